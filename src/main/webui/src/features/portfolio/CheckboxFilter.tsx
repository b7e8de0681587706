import { MenuToggle, Select, SelectList, SelectOption } from '@patternfly/react-core';
import FilterIcon from '@patternfly/react-icons/dist/esm/icons/filter-icon';
import { useState } from 'react';

import { capitalise } from '../../shared/format';

interface Props {
  name: string;
  choices: readonly string[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

/** Any of several values; none chosen means all. */
export function CheckboxFilter({ name, choices, chosen, onChange }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Select
      role="menu"
      isOpen={open}
      selected={chosen}
      onOpenChange={setOpen}
      onSelect={(_event, value) => {
        const choice = String(value);
        onChange(chosen.includes(choice) ? chosen.filter((other) => other !== choice) : [...chosen, choice]);
      }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          className="k-filter"
          icon={<FilterIcon />}
          isExpanded={open}
          onClick={() => setOpen(!open)}
        >
          {chosen.length === 0 ? name : `${name}: ${chosen.map(capitalise).join(', ')}`}
        </MenuToggle>
      )}
    >
      <SelectList aria-label={`Filter by ${name.toLowerCase()}`}>
        {choices.map((choice) => (
          <SelectOption key={choice} hasCheckbox value={choice} isSelected={chosen.includes(choice)}>
            {capitalise(choice)}
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  );
}
