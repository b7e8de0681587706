import {
  ActionGroup,
  Alert,
  Button,
  Card,
  CardBody,
  Content,
  Form,
  FormGroup,
  TextInput,
  Title,
} from '@patternfly/react-core';
import { type FormEvent, useRef, useState } from 'react';

import { Problem } from '../../shared/api';
import { Brand } from '../../shared/Brand';
import type { WayIn } from '../../shared/types';
import { usePageTitle } from '../../shared/usePageTitle';
import { rememberAddress, useSignIn } from './session';

export function SignInPage({ wayIn }: { wayIn: WayIn }) {
  usePageTitle('Sign in');
  return (
    <main className="k-sign-in">
      <Card className="k-sign-in-card" isLarge>
        <CardBody>
          <Brand />
          <Title headingLevel="h1" size="xl">
            Sign in
          </Title>
          {wayIn.kind === 'provider' ? (
            <OrganisationSignIn address={wayIn.address} />
          ) : (
            <DemoSignIn address={wayIn.address} />
          )}
        </CardBody>
      </Card>
      <Content component="small" className="k-subtle">
        Decisions and plans for key accounts, each with the rules that made it.
      </Content>
    </main>
  );
}

function OrganisationSignIn({ address }: { address: string }) {
  return (
    <Button variant="primary" size="lg" isBlock component="a" href={address} onClick={rememberAddress}>
      Sign in with your organisation
    </Button>
  );
}

function DemoSignIn({ address }: { address: string }) {
  const signIn = useSignIn(address);
  const passwordField = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setRefusal(null);
    try {
      await signIn(name.trim(), password);
    } catch (error) {
      setRefusal(reasonOf(error));
      setPassword('');
      passwordField.current?.focus();
    } finally {
      setBusy(false);
    }
  }

  return (
    <Form onSubmit={(event) => void submit(event)}>
      {refusal !== null && <Alert variant="danger" isInline title={refusal} role="alert" />}
      <FormGroup label="User name" fieldId="name">
        <TextInput
          id="name"
          name="name"
          autoComplete="username"
          autoCapitalize="none"
          isRequired
          value={name}
          onChange={(_event, value) => setName(value)}
        />
      </FormGroup>
      <FormGroup label="Password" fieldId="password">
        <TextInput
          ref={passwordField}
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          isRequired
          value={password}
          onChange={(_event, value) => setPassword(value)}
        />
      </FormGroup>
      <ActionGroup>
        <Button type="submit" variant="primary" size="lg" isBlock isLoading={busy} isDisabled={busy}>
          Sign in
        </Button>
      </ActionGroup>
      <Content component="small" className="k-subtle">
        Demo users are named after what they do: manager, analyst, approver, auditor, operator, service. Their
        password was printed when the service started.
      </Content>
    </Form>
  );
}

function reasonOf(error: unknown): string {
  if (error instanceof Problem) {
    return error.status === 401 ? 'The user name or the password is wrong.' : error.message;
  }
  throw error;
}
