/** The product's mark and name. The colours follow the theme. */
export function Brand() {
  return (
    <span className="k-brand">
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
        <rect width="32" height="32" rx="7" className="k-brand-tile" />
        <path d="M9 7v18" stroke="#fff" strokeWidth="3.5" strokeLinecap="round" />
        <path
          d="M22.5 7 12.5 16l10 9"
          fill="none"
          stroke="#6cc5ff"
          strokeWidth="3.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span>Keyline</span>
    </span>
  );
}
