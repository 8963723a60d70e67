/** Every refusal that a person can act on. Its Vietnamese sentence stands in `strings/problems.ts`. */
export type ProblemCode =
  | 'not-found'
  | 'signed-out'
  | 'not-allowed'
  | 'form-from-elsewhere'
  | 'form-too-large'
  | 'too-many-rows'
  | 'form-unreadable'
  | 'form-outdated'
  | 'sign-in-failed'
  | 'sign-in-throttled'
  | 'link-spent'
  | 'password-too-short'
  | 'password-too-common'
  | 'name-missing'
  | 'email-invalid'
  | 'email-taken'
  | 'role-unknown'
  | 'unit-missing'
  | 'account-inactive'
  | 'campaign-not-open'
  | 'campaign-closed'
  | 'draft-locked'
  | 'draft-changed-elsewhere'
  | 'draft-has-faults'
  | 'warnings-unconfirmed'
  | 'reason-missing'
  | 'reason-too-long'
  | 'state-changed'
  | 'export-busy'
  | 'server-already-running';

export type ProblemDetails = Readonly<Record<string, string | number>>;

/** A refusal: what (`code`), where on the form (`field`), with which figures (`details`). Anything else that is thrown is a bug. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly field: string | undefined;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, field?: string, details: ProblemDetails = {}) {
    super(code);
    this.code = code;
    this.field = field;
    this.details = details;
  }
}
