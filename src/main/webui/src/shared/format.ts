// Numbers and dates as the reader's browser writes them.

const locale = navigator.languages;

const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
const score = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
const instant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });

const MILLIS_A_DAY = 86_400_000;

export function formatNumber(value: number): string {
  return decimal.format(value);
}

/** A score of 0–100. */
export function formatScore(value: number): string {
  return score.format(value);
}

/** @param currency ISO 4217; without one the bare number is written */
export function formatMoney(amount: number, currency?: string | null, compact = false): string {
  const style: Intl.NumberFormatOptions = currency
    ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }
    : {};
  return new Intl.NumberFormat(locale, {
    ...style,
    ...(compact ? { notation: 'compact', maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 }),
  }).format(amount);
}

/** @param localDate YYYY-MM-DD, which has no zone and is not shifted into one */
export function formatDay(localDate: string): string {
  return day.format(new Date(`${localDate}T00:00:00Z`));
}

/** @param iso an instant; written in the reader's own zone */
export function formatInstant(iso: string): string {
  return instant.format(new Date(iso));
}

/** Whole days from the reader's today to a local date; negative when it has passed. */
export function daysUntil(localDate: string, now = new Date()): number {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((Date.parse(`${localDate}T00:00:00Z`) - today) / MILLIS_A_DAY);
}

/** "in 12 days", "3 months ago". */
export function formatDaysFromNow(days: number): string {
  const size = Math.abs(days);
  if (size < 60) {
    return relative.format(days, 'day');
  }
  return size < 730
    ? relative.format(Math.round(days / 30.44), 'month')
    : relative.format(Math.round(days / 365.25), 'year');
}

export function formatCountry(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code;
}

/** "accountTier", "account-tier" and "account_tier" all become "Account tier". */
export function humanise(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .trim()
    .split(' ')
    .map((word) => (/^[A-Z0-9]{2,}$/.test(word) ? word : word.toLowerCase()))
    .map((word) => ACRONYMS[word] ?? word)
    .join(' ');
  return capitalise(words);
}

const ACRONYMS: Record<string, string> = {
  nps: 'NPS',
  csat: 'CSAT',
  qbr: 'QBR',
  api: 'API',
  roi: 'ROI',
  id: 'ID',
};

export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

const plural = new Intl.PluralRules('en');

/** "1 account", "2,000 accounts". */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${formatNumber(value)} ${plural.select(value) === 'one' ? one : many}`;
}
