import type { Campaign } from '../campaigns/campaign.ts';
import { deadlineText } from '../kit/time.ts';
import type { Readiness } from '../mail/standing.ts';
import { startGuideText as text } from '../strings/welcome.ts';
import type { Badge } from '../web/chrome.ts';
import type { Step } from './pages.ts';
import type { Preparations } from './preparations-store.ts';

const there: Badge = { label: 'Đã có', tone: 'green' };
const left: Badge = { label: 'Còn việc', tone: 'amber' };
const notNeeded: Badge = { label: 'Không bắt buộc', tone: 'grey' };

/** The four steps from an empty office to units that can report, with what is done of each. */
export const startGuide = (
  campaign: Campaign | undefined,
  counted: Preparations,
  mail: Readiness,
): Step[] => {
  const steps = [
    campaignStep(campaign),
    unitsStep(counted),
    accountsStep(counted),
    mailStep(mail, campaign),
  ];
  return steps.map((step, index) => {
    const following = steps[index + 1];
    return { ...step, later: following ? `#${following.id}` : '/tien-do' };
  });
};

type Named = Omit<Step, 'later'>;

const campaignStep = (campaign: Campaign | undefined): Named => {
  const named = { id: 'dot-bao-cao', title: 'Đợt báo cáo' };
  const overview = { href: '/dot-bao-cao', label: 'Mở trang đợt báo cáo' };
  if (!campaign)
    return {
      ...named,
      state: left,
      done: text.noCampaign,
      next: text.campaignNext,
      links: [overview],
    };
  const complete = campaign.dispatchNumber !== null;
  return {
    ...named,
    state: complete ? there : left,
    done: text.campaign(campaign.title, deadlineText(campaign.deadlineAt)),
    next: complete ? text.campaignNext : text.dispatchMissing,
    links: [{ href: `/dot-bao-cao/${campaign.code}`, label: 'Xem và sửa đợt báo cáo' }],
  };
};

const unitsStep = ({ units, groups }: Preparations): Named => ({
  id: 'don-vi',
  title: 'Đơn vị',
  state: units > 0 ? there : left,
  done: units > 0 ? text.units(units, groups) : text.noUnits,
  next: text.unitsNext,
  links: [{ href: '/don-vi', label: 'Xem danh sách đơn vị' }],
});

const accountsStep = ({ units, unitsWithAccount }: Preparations): Named => {
  const complete = units > 0 && unitsWithAccount === units;
  return {
    id: 'tai-khoan',
    title: 'Tài khoản',
    state: complete ? there : left,
    done: text.accounts(unitsWithAccount, units),
    next: complete ? text.accountsDone : text.accountsNext,
    links: [
      { href: '/don-vi/excel', label: 'Lập tài khoản từ tệp Excel' },
      { href: '/nguoi-dung/phieu-moi', label: 'Mời qua thư, in phiếu mời' },
    ],
  };
};

const mailStep = (mail: Readiness, campaign: Campaign | undefined): Named => {
  const badges: Record<Readiness, Badge> = {
    missing: notNeeded,
    unconfirmed: left,
    changed: left,
    ready: there,
  };
  const next = { missing: text.mailNext.missing, ready: text.mailNext.ready };
  const ofCampaign = { href: `/dot-bao-cao/${campaign?.code}/thu`, label: 'Tệp điện tử của đợt' };
  return {
    id: 'thu',
    title: 'Thư',
    state: badges[mail],
    done: text.mail[mail],
    next: mail === 'missing' || mail === 'ready' ? next[mail] : text.mailNext.confirm,
    links: [{ href: '/thu', label: 'Mở trang Thư' }, ...(campaign ? [ofCampaign] : [])],
  };
};
