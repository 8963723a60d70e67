import { type Actor, can } from '../accounts/account.ts';
import { officeInCharge } from '../campaigns/store.ts';
import type { Context } from '../context.ts';
import { type MailTrouble, mailTroubleOf } from '../mail/trouble.ts';
import { mailStanding } from '../mail/trouble-store.ts';
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
  const mailTrouble =
    actor && can(actor, 'run campaigns')
      ? mailTroubleOf(context.post.sender, await mailStanding(context.db))
      : null;
  return {
    title,
    get csrf() {
      return csrf();
    },
    demo: context.demo,
    actor: actor && { name: actor.name, role: roleLabel[actor.role] },
    nav: navFor(actor, mailTrouble).map((item) => ({
      ...item,
      current: isWithin(path, item.href),
    })),
    mailTrouble,
    issuer: inCharge?.issuer ?? '',
    office: inCharge?.office ?? '',
    help: { contact: inCharge?.contact_name ?? '', phone: inCharge?.contact_phone ?? null },
  };
};

const isWithin = (path: string, place: string): boolean =>
  path === place || path.startsWith(`${place}/`);

const navFor = (actor: Actor | null, trouble: MailTrouble | null): Omit<NavItem, 'current'>[] => [
  ...(actor && can(actor, 'report units') ? [{ href: '/bao-cao', label: 'Báo cáo của tôi' }] : []),
  ...(actor && can(actor, 'run campaigns')
    ? [{ href: '/tien-do', label: 'Theo dõi tiến độ' }]
    : []),
  ...(actor && can(actor, 'run campaigns')
    ? [
        { href: '/dot-bao-cao', label: 'Đợt báo cáo' },
        { href: '/don-vi', label: 'Đơn vị' },
        {
          href: '/thu',
          label: 'Thư',
          ...(trouble?.mark ? { mark: { text: trouble.mark, meaning: trouble.text } } : {}),
        },
      ]
    : []),
  ...(actor && can(actor, 'invite clerks') ? [{ href: '/nguoi-dung', label: 'Tài khoản' }] : []),
  { href: '/tro-giup', label: 'Hướng dẫn' },
];
