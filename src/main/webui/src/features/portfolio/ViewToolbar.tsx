import {
  Button,
  SearchInput,
  Toolbar,
  ToolbarContent,
  ToolbarGroup,
  ToolbarItem,
} from '@patternfly/react-core';
import { useEffect, useState } from 'react';

import { HEALTH_BANDS, TIERS } from '../../shared/types';
import { CheckboxFilter } from './CheckboxFilter';
import { isNarrowed, NOTHING_NARROWED, type View } from './view';

interface Props {
  view: View;
  onChange: (part: Partial<View>) => void;
}

const PAUSE_MILLIS = 250;

export function ViewToolbar({ view, onChange }: Props) {
  return (
    <Toolbar className="k-toolbar" colorVariant="no-background">
      <ToolbarContent>
        <ToolbarItem>
          <Search search={view.search} onSearch={(search) => onChange({ search })} />
        </ToolbarItem>
        <ToolbarGroup variant="filter-group">
          <ToolbarItem>
            <CheckboxFilter
              name="Tier"
              choices={TIERS}
              chosen={view.tiers}
              onChange={(tiers) => onChange({ tiers })}
            />
          </ToolbarItem>
          <ToolbarItem>
            <CheckboxFilter
              name="Health"
              choices={HEALTH_BANDS}
              chosen={view.bands}
              onChange={(bands) => onChange({ bands })}
            />
          </ToolbarItem>
        </ToolbarGroup>
        {isNarrowed(view) && (
          <ToolbarItem>
            <Button variant="link" onClick={() => onChange(NOTHING_NARROWED)}>
              Clear
            </Button>
          </ToolbarItem>
        )}
      </ToolbarContent>
    </Toolbar>
  );
}

/** Asks once the typing pauses. */
function Search({ search, onSearch }: { search: string; onSearch: (search: string) => void }) {
  const [text, setText] = useState(search);
  const [lastSearch, setLastSearch] = useState(search);
  if (search !== lastSearch) {
    // the search was changed from outside: cleared, or gone back to
    setLastSearch(search);
    if (search !== text.trim()) {
      setText(search);
    }
  }
  useEffect(() => {
    if (text.trim() === search) {
      return undefined;
    }
    const pause = setTimeout(() => onSearch(text.trim()), PAUSE_MILLIS);
    return () => clearTimeout(pause);
  }, [text, search, onSearch]);
  return (
    <SearchInput
      className="k-search"
      aria-label="Search accounts"
      placeholder="Search accounts"
      value={text}
      onChange={(_event, value) => setText(value)}
      onClear={() => {
        setText('');
        onSearch('');
      }}
    />
  );
}
