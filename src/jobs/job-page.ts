import { dateTimeText } from '../kit/time.ts';
import { failureText, jobLabels, jobText } from '../strings/jobs.ts';
import { sizeText } from '../strings/size.ts';
import type { Tone } from '../web/chrome.ts';
import { isUnderWay, type Job } from './job.ts';
import type { JobLine, JobPage, JobProgress } from './pages.ts';

/** All jobs. */
export const jobsPath = '/cong-viec';

export const jobPath = (id: string): string => `${jobsPath}/${id}`;

const filePath = (id: string): string => `${jobPath(id)}/tep`;

const refreshSeconds = 3;

/** One job as its page shows it. */
export const jobPage = (job: Job): Omit<JobPage, 'chrome'> => {
  const underWay = isUnderWay(job);
  return {
    scripts: underWay ? ['job'] : [],
    refreshSeconds: underWay ? refreshSeconds : 0,
    title: job.title,
    campaign: job.campaign.title,
    path: jobPath(job.id),
    campaignFiles: `/tien-do/${job.campaign.code}/xuat`,
    state: underWay ? 'underWay' : job.state === 'done' ? 'done' : 'failed',
    said: said(job),
    done: job.done,
    of: job.of,
    facts: factsOf(job),
  };
};

/** The same for its script. */
export const jobProgress = (job: Job): JobProgress => ({
  underWay: isUnderWay(job),
  said: said(job),
  done: job.done,
  of: job.of,
});

/** One job in the list of all. */
export const jobLine = (job: Job): JobLine => ({
  title: job.title,
  campaign: job.campaign.title,
  href: jobPath(job.id),
  state: { label: jobLabels[job.state], tone: tones[job.state] },
  askedBy: job.askedBy,
  askedAt: dateTimeText(job.askedAt),
  size: job.size === null ? '' : sizeText(job.size),
  keptUntil: dateTimeText(job.expiresAt),
  file: job.state === 'done' ? filePath(job.id) : null,
});

const tones: Readonly<Record<Job['state'], Tone>> = {
  waiting: 'grey',
  running: 'blue',
  done: 'green',
  failed: 'amber',
};

const said = ({ state, error, done, of }: Job): string => {
  if (state === 'waiting') return jobText.waiting;
  if (state === 'running') return jobText.running(done, of);
  return state === 'done' ? jobText.done : failureText[error ?? 'failed'];
};

const factsOf = (job: Job): JobPage['facts'] => [
  { label: 'Người yêu cầu', value: job.askedBy },
  { label: 'Yêu cầu lúc', value: dateTimeText(job.askedAt) },
  ...(job.size === null
    ? []
    : [
        { label: 'Cỡ tệp', value: sizeText(job.size) },
        { label: 'Giữ đến', value: dateTimeText(job.expiresAt) },
      ]),
];
