import { Breadcrumb, BreadcrumbItem, Grid, GridItem, PageSection, Skeleton } from '@patternfly/react-core';
import { Link, useParams } from 'react-router';

import { Problem } from '../../shared/api';
import { Failure } from '../../shared/Failure';
import { NotFound } from '../../shared/NotFound';
import type { Account } from '../../shared/types';
import { usePageTitle } from '../../shared/usePageTitle';
import { useAccount } from './account';
import { AccountHeader } from './AccountHeader';
import { CompanyCard } from './CompanyCard';
import { ContactsCard } from './ContactsCard';
import { ContractsCard } from './ContractsCard';
import { Decisions } from './Decisions';
import { NoticedCard } from './NoticedCard';

export default function AccountPage() {
  const { id = '' } = useParams();
  const account = useAccount(id);
  usePageTitle(account.data?.name ?? 'Account');
  if (account.isError) {
    return account.error instanceof Problem && account.error.status === 404 ? (
      <NotFound what="account" />
    ) : (
      <Failure error={account.error} onRetry={() => void account.refetch()} />
    );
  }
  return (
    <>
      <PageSection hasBodyWrapper={false} type="breadcrumb">
        <Breadcrumb>
          <BreadcrumbItem render={({ className }) => <BackToPortfolio className={className} />} />
          <BreadcrumbItem isActive>{account.data?.name ?? <Skeleton width="8rem" />}</BreadcrumbItem>
        </Breadcrumb>
      </PageSection>
      {account.data ? <Whole account={account.data} /> : <Pending />}
    </>
  );
}

function BackToPortfolio({ className }: { className: string }) {
  return (
    <Link to="/" className={className}>
      Portfolio
    </Link>
  );
}

function Whole({ account }: { account: Account }) {
  return (
    <>
      <PageSection hasBodyWrapper={false}>
        <AccountHeader account={account} />
      </PageSection>
      <PageSection hasBodyWrapper={false} isFilled>
        <Grid hasGutter>
          <GridItem xl={8} span={12}>
            <Decisions account={account} />
          </GridItem>
          <GridItem xl={4} span={12}>
            <div className="k-stack">
              <NoticedCard signals={account.signals} tickets={account.openTickets} />
              <ContractsCard contracts={account.contracts} />
              <ContactsCard contacts={account.contacts} />
              <CompanyCard account={account} />
            </div>
          </GridItem>
        </Grid>
      </PageSection>
    </>
  );
}

function Pending() {
  return (
    <PageSection hasBodyWrapper={false} isFilled aria-busy>
      <div className="k-stack">
        <Skeleton width="22rem" fontSize="3xl" screenreaderText="Loading the account" />
        <Skeleton height="5rem" />
        <Grid hasGutter>
          <GridItem xl={8} span={12}>
            <Skeleton height="24rem" />
          </GridItem>
          <GridItem xl={4} span={12}>
            <Skeleton height="24rem" />
          </GridItem>
        </Grid>
      </div>
    </PageSection>
  );
}
