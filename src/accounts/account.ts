export const roles = ['clerk', 'office', 'admin'] as const;

/** clerk: fills in the reports of own units · office: runs the campaign · admin: office that also invites office. */
export type Role = (typeof roles)[number];

/** The signed-in person of one request. */
export interface Actor {
  readonly accountId: string;
  readonly role: Role;
  readonly name: string;
  readonly unitIds: readonly string[];
}

export type Deed =
  | 'report units'
  | 'enter reports'
  | 'run campaigns'
  | 'invite clerks'
  | 'invite office';

const deeds: Record<Role, readonly Deed[]> = {
  clerk: ['report units', 'enter reports'],
  // A report that came on paper is entered by the office, for its unit.
  office: ['enter reports', 'run campaigns', 'invite clerks'],
  admin: ['enter reports', 'run campaigns', 'invite clerks', 'invite office'],
};

/** The one place that says who may do what. Whose report it is, is decided by finding it through the actor. */
export const can = (actor: Pick<Actor, 'role'>, deed: Deed): boolean =>
  deeds[actor.role].includes(deed);

/** Only an admin lets people of the office in, or changes their accounts. */
export const mayInvite = (actor: Pick<Actor, 'role'>, role: string): boolean =>
  isRole(role) && can(actor, role === 'clerk' ? 'invite clerks' : 'invite office');

export const isRole = (text: string): text is Role => roles.some((role) => role === text);
