import { type Actor, can } from '../accounts/account.ts';
import { officeInCharge } from '../campaigns/store.ts';
import type { Context } from '../context.ts';
import { roleLabel } from '../strings/accounts.ts';
import type { Chrome, NavItem } from './chrome.ts';

interface Around {
  readonly title: string;
  readonly path: string;
  readonly actor: Actor | null;
  /** Makes the token; called only when the view has a form, so that reading alone starts no session. */
  readonly csrf: () => string;
}

/** What stands around a page: who is signed in, where one can go, whom to ask. */
export const chromeOf = async (context: Context, around: Around): Promise<Chrome> => {
  const { title, path, actor, csrf } = around;
  const inCharge = await officeInCharge(context.db);
  return {
    title,
    get csrf() {
      return csrf();
    },
    demo: context.demo,
    actor: actor && { name: actor.name, role: roleLabel[actor.role] },
    nav: navFor(actor).map((item) => ({ ...item, current: isWithin(path, item.href) })),
    issuer: inCharge?.issuer ?? '',
    office: inCharge?.office ?? '',
    help: { contact: inCharge?.contact_name ?? '', phone: inCharge?.contact_phone ?? null },
  };
};

const isWithin = (path: string, place: string): boolean =>
  path === place || path.startsWith(`${place}/`);

const navFor = (actor: Actor | null): Omit<NavItem, 'current'>[] => [
  ...(actor && can(actor, 'report units') ? [{ href: '/bao-cao', label: 'Báo cáo của tôi' }] : []),
  ...(actor && can(actor, 'run campaigns')
    ? [{ href: '/tien-do', label: 'Theo dõi tiến độ' }]
    : []),
  ...(actor && can(actor, 'run campaigns')
    ? [
        { href: '/dot-bao-cao', label: 'Đợt báo cáo' },
        { href: '/don-vi', label: 'Đơn vị' },
      ]
    : []),
  ...(actor && can(actor, 'invite clerks') ? [{ href: '/nguoi-dung', label: 'Tài khoản' }] : []),
  { href: '/tro-giup', label: 'Hướng dẫn' },
];
