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
  | 'unit-code-missing'
  | 'unit-code-unfit'
  | 'unit-code-too-long'
  | 'unit-code-taken'
  | 'unit-name-missing'
  | 'unit-merged'
  | 'unit-changed'
  | 'merge-target-missing'
  | 'group-missing'
  | 'group-name-missing'
  | 'group-name-taken'
  | 'group-not-empty'
  | 'text-too-long'
  | 'phone-invalid'
  | 'phone-lost-zero'
  | 'account-inactive'
  | 'account-own'
  | 'last-admin'
  | 'password-wrong'
  | 'hand-outs-unchosen'
  | 'campaign-not-open'
  | 'campaign-closed'
  | 'draft-locked'
  | 'draft-begun'
  | 'nothing-sent-last-time'
  | 'draft-changed-elsewhere'
  | 'draft-has-faults'
  | 'warnings-unconfirmed'
  | 'reason-missing'
  | 'reason-too-long'
  | 'state-changed'
  | 'day-unreal'
  | 'hour-unreal'
  | 'extension-too-early'
  | 'extension-past'
  | 'extension-too-far'
  | 'campaign-changed-elsewhere'
  | 'campaign-code-taken'
  | 'category-in-use'
  | 'drafts-open'
  | 'units-have-reports'
  | 'export-busy'
  | 'upload-busy'
  | 'upload-missing'
  | 'upload-empty'
  | 'upload-too-large'
  | 'upload-not-excel'
  | 'upload-not-list'
  | 'paste-empty'
  | 'letters-unchosen'
  | 'upload-old-excel'
  | 'upload-has-password'
  | 'upload-broken'
  | 'upload-too-heavy'
  | 'upload-too-long'
  | 'upload-too-wide'
  | 'upload-without-sheets'
  | 'upload-without-column'
  | 'upload-without-rows'
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
