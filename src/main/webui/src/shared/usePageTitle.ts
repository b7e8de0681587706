import { useEffect } from 'react';

/** What the browser's tab and a screen reader say the page is. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Keyline`;
  }, [title]);
}
