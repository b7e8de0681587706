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
import { type FormEvent, useState } from 'react';

import { Problem } from '../../shared/api';
import { Brand } from '../../shared/Brand';
import { usePageTitle } from '../../shared/usePageTitle';
import { useSignIn } from './session';

export function SignInPage({ method }: { method: string }) {
  usePageTitle('Sign in');
  return (
    <main className="k-sign-in">
      <Card className="k-sign-in-card" isLarge>
        <CardBody>
          <Brand />
          <Title headingLevel="h1" size="xl">
            Sign in
          </Title>
          {method === 'oidc' ? <OrganisationSignIn /> : <DemoSignIn />}
        </CardBody>
      </Card>
      <Content component="small" className="k-subtle">
        Decisions and plans for key accounts, each with the rules that made it.
      </Content>
    </main>
  );
}

function OrganisationSignIn() {
  const here = window.location.pathname + window.location.search;
  return (
    <Button
      variant="primary"
      size="lg"
      isBlock
      component="a"
      href={`/session/sign-in?return=${encodeURIComponent(here)}`}
    >
      Sign in with your organisation
    </Button>
  );
}

function DemoSignIn() {
  const signIn = useSignIn();
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
        password was printed when the service first started.
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
