import type { Context } from '../context.ts';
import { Problem } from '../kit/problem.ts';
import {
  type Answer,
  data,
  type Page,
  page,
  redirect,
  type SignedVisit,
  view,
} from '../web/page.ts';
import { exported, takenFile } from './exported.ts';
import type { Job } from './job.ts';
import { jobLine, jobPage, jobPath, jobProgress, jobsPath } from './job-page.ts';
import { type Kind, wantedFile } from './kind.ts';
import { kindCalled } from './kinds.ts';
import type { JobListPage, JobPage } from './pages.ts';
import { jobById, newestJobs } from './store.ts';

/** Files that are made in the background: how far they are, and taking them. For the whole office. */
export const jobPages = (context: Context): Page[] => [
  page('get', jobsPath, 'run campaigns', (visit) => listOfJobs(context, visit)),
  page('get', '/cong-viec/:job', 'run campaigns', async (visit) => {
    const job = await jobFor(context, visit);
    return visit.wantsData
      ? data(jobProgress(job))
      : view<JobPage>('jobs/job', job.title, jobPage(job));
  }),
  page('get', '/cong-viec/:job/tep', 'run campaigns', async (visit) => {
    const job = await jobFor(context, visit);
    const taken = await takenFile(context, visit, { ...job, kind: kindOf(job) });
    return taken ?? redirect(jobPath(job.id));
  }),
  page('post', '/cong-viec/:job/lai', 'run campaigns', async (visit) => {
    const job = await jobFor(context, visit);
    return exported(context, visit, wantedFile(kindOf(job), job.campaignId, job.params));
  }),
];

/** The job that the address names. Throws `not-found`, also when its day is over. */
const jobFor = async (context: Context, visit: SignedVisit): Promise<Job> => {
  const job = await jobById(context.db, visit.params.job ?? '', visit.now);
  if (!job) throw new Problem('not-found');
  return job;
};

const kindOf = (job: Job): Kind => {
  const kind = kindCalled(job.kind);
  if (!kind) throw new Problem('not-found');
  return kind;
};

const listOfJobs = async ({ db }: Context, visit: SignedVisit): Promise<Answer> => {
  const jobs = await newestJobs(db, visit.now);
  return view<JobListPage>('jobs/list', 'Công việc', {
    jobs: jobs.map(jobLine),
  });
};
