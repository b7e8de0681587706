import {
  Divider,
  Dropdown,
  DropdownGroup,
  DropdownItem,
  DropdownList,
  Masthead,
  MastheadContent,
  MastheadMain,
  MenuToggle,
  SkipToContent,
} from '@patternfly/react-core';
import UserIcon from '@patternfly/react-icons/dist/esm/icons/user-icon';
import { useState } from 'react';
import { Link } from 'react-router';

import { Brand } from '../../shared/Brand';
import { capitalise } from '../../shared/format';
import { applyTheme, storedTheme, type Theme } from '../../shared/theme';
import { useSession, useSignOut } from './session';

const THEMES: Theme[] = ['system', 'light', 'dark'];

export function TopBar() {
  return (
    <>
      <SkipToContent href="#main">Skip to the content</SkipToContent>
      <Masthead display={{ default: 'inline' }}>
        <MastheadMain>
          <Link to="/" className="k-home" aria-label="Keyline, to the portfolio">
            <Brand />
          </Link>
        </MastheadMain>
        <MastheadContent className="k-top-end">
          <UserMenu />
        </MastheadContent>
      </Masthead>
    </>
  );
}

function UserMenu() {
  const session = useSession();
  const signOut = useSignOut();
  const [open, setOpen] = useState(false);
  const [theme, setTheme] = useState(storedTheme);
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      popperProps={{ position: 'right' }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plainText"
          icon={<UserIcon />}
          isExpanded={open}
          onClick={() => setOpen(!open)}
          aria-label={`Signed in as ${session.name}`}
        >
          {session.name}
        </MenuToggle>
      )}
    >
      <DropdownGroup label={`Roles: ${session.roles.join(', ') || 'none'}`}>
        <DropdownList aria-label="Appearance">
          {THEMES.map((choice) => (
            <DropdownItem
              key={choice}
              isSelected={choice === theme}
              onClick={() => {
                applyTheme(choice);
                setTheme(choice);
              }}
            >
              {choice === 'system' ? 'Same theme as the device' : `${capitalise(choice)} theme`}
            </DropdownItem>
          ))}
        </DropdownList>
      </DropdownGroup>
      <Divider />
      <DropdownList>
        <DropdownItem onClick={() => void signOut()}>Sign out</DropdownItem>
      </DropdownList>
    </Dropdown>
  );
}
