// The REST shapes the console reads. Decimals arrive as JSON numbers, instants as ISO 8601 in UTC, contract dates as
// local dates (YYYY-MM-DD); null means "not known" or "not decided yet".

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

/** Who is calling: `GET /session`. */
export interface Session {
  name: string;
  roles: string[];
}

/** How people sign in here: `GET /session/ways-in`. */
export interface WayIn {
  /** with a name and a password posted to `address`, or at an identity provider that `address` leads to */
  kind: 'password' | 'provider';
  address: string;
}

/** What the service's numbers mean: `GET /settings`. */
export interface Settings {
  /** ISO 4217 */
  reportingCurrency: string;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export interface PersonRef {
  id: string;
  name: string;
}

export const TIERS = ['Tier 1', 'Tier 2', 'Tier 3', 'not a key account', 'insufficient data'] as const;
export type Tier = (typeof TIERS)[number];

export const HEALTH_BANDS = ['healthy', 'neutral', 'at risk', 'critical', 'insufficient data'] as const;
export type HealthBand = (typeof HEALTH_BANDS)[number];

/** A row of `GET /accounts`. */
export interface AccountRow {
  id: string;
  name: string;
  industry: string | null;
  region: string | null;
  country: string | null;
  groupId: string | null;
  accountManager: PersonRef | null;
  sponsor: PersonRef | null;
  /** in the reporting currency */
  annualContractValue: number | null;
  renewalOn: string | null;
  tier: Tier | null;
  tierScore: number | null;
  healthBand: HealthBand | null;
  healthScore: number | null;
  lifecycleStage: string | null;
  warnings: number | null;
}

export interface Contact {
  id: string;
  name: string;
  title: string | null;
  role: string;
  sentiment: string | null;
  lastContactedOn: string | null;
  leftOn: string | null;
}

export interface Contract {
  id: string;
  productId: string | null;
  startsOn: string;
  endsOn: string;
  annualValue: number;
  currency: string;
  noticeGivenOn: string | null;
}

export interface Assignment {
  role: 'account-manager' | 'executive-sponsor';
  personId: string;
  personName: string;
  since: string | null;
  pinned: boolean;
}

export interface TierOverride {
  tier: string;
  reason: string;
  author: string;
  expiresOn: string;
}

export interface Ticket {
  id: string;
  subject: string | null;
  severity: string;
  escalated: boolean;
  openedAt: string;
}

export interface Signal {
  id: string;
  kind: string;
  detail: string | null;
  occurredAt: string;
}

export interface PolicyOutcome {
  decisionId: string;
  asOf: string;
  outcome: Json;
}

/** `GET /accounts/{id}`: the account's own columns and all that hangs on it. */
export interface Account {
  id: string;
  name: string;
  industry: string | null;
  region: string | null;
  country: string | null;
  city: string | null;
  employees: number | null;
  annualTurnover: number | null;
  turnoverCurrency: string | null;
  customerSince: string | null;
  marketPosition: string | null;
  referenceStanding: string | null;
  inNegotiation: boolean;
  attributes: JsonObject;
  contacts: Contact[];
  contracts: Contract[];
  assignments: Assignment[];
  tierOverride: TierOverride | null;
  openTickets: Ticket[];
  signals: Signal[];
  outcomes: Record<string, PolicyOutcome>;
}

/** A row of a decision table, or a rule, that made an outcome. */
export interface RuleHit {
  ruleId: string;
  file: string;
  /** the decision whose table holds the row; null for a DRL rule */
  table?: string | null;
  row: number | null;
  annotation: string | null;
}

export interface Decision {
  id: string;
  policy: string;
  version: number;
  asOf: string;
  recordedAt: string;
  /** who asked */
  caller: string;
  account: string | null;
  reviewId: string | null;
  outcome: Json;
  facts: JsonObject;
  rules: RuleHit[];
  /** the value of every decision on the way to the outcome, by its name */
  trace: JsonObject;
  messages: string[];
}

/** RFC 9457. */
export interface ProblemDetails {
  type?: string;
  title: string;
  status: number;
  detail?: string;
  errors?: { pointer?: string; detail: string }[];
}
