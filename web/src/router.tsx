// Which page belongs to which address. Features know nothing of each other; they meet here.
import { createRootRoute, createRoute, createRouter, Link, Outlet, redirect } from '@tanstack/react-router';
import { createContext, lazy, Suspense, useContext, useState, type ReactNode } from 'react';
import { useNode, useSession, useSetSession } from './api/useSession';
import type { Node, Role, Session } from './api/types';
import { BoothPage } from './features/booth/BoothPage';
import { Shell } from './features/shell/Shell';
import { LineChip, TopBar } from './features/shell/TopBar';
import { useText } from './lib/i18n';
import { usePreferences } from './lib/preferences';
import { Button } from './ui/Button';

const SignInPage = lazy(() => import('./features/sign-in/SignInPage').then((module) => ({ default: module.SignInPage })));
const PlacePage = lazy(() => import('./features/sign-in/PlacePage').then((module) => ({ default: module.PlacePage })));
const ListsPage = lazy(() => import('./features/lists/ListsPage').then((module) => ({ default: module.ListsPage })));

const RetentionPage = lazy(() => import('./features/privacy/RetentionPage').then((module) => ({ default: module.RetentionPage })));
const AuditPage = lazy(() => import('./features/audit/AuditPage').then((module) => ({ default: module.AuditPage })));

const SignedInContext = createContext<{ session: Session; node: Node } | undefined>(undefined);

function useSignedIn(): { session: Session; node: Node } {
  const signedIn = useContext(SignedInContext);
  if (!signedIn) throw new Error('used outside a session');
  return signedIn;
}

function NavLink({ to, children }: { to: '/booth' | '/lists' | '/audit' | '/retention'; children: ReactNode }) {
  return (
    <Link to={to} className="nav-link">
      {children}
    </Link>
  );
}

function Links({ roles }: { roles: readonly Role[] }) {
  const t = useText();
  return (
    <>
      <NavLink to="/booth">{t('top.booth')}</NavLink>
      <NavLink to="/lists">{t('top.lists')}</NavLink>
      {roles.includes('auditor') && <NavLink to="/audit">{t('top.audit')}</NavLink>}
      {roles.includes('data_officer') && <NavLink to="/retention">{t('top.retention')}</NavLink>}
    </>
  );
}

/** The frame before anyone is signed in. */
function Door({ children }: { children: ReactNode }) {
  return (
    <div className="shell">
      <TopBar start={<span className="brand">Cardea</span>} end={null} />
      <Suspense fallback={null}>{children}</Suspense>
    </div>
  );
}

function NoServer({ onRetry }: { onRetry: () => void }) {
  const t = useText();
  return (
    <main className="door">
      <h1 className="hidden-text">Cardea</h1>
      <LineChip state="stopped" />
      <p>{t('problem.no_answer')}</p>
      <Button kind="primary" onPress={onRetry}>
        {t('unsaved.retry')}
      </Button>
    </main>
  );
}

function Root() {
  const session = useSession();
  const node = useNode();
  const setSession = useSetSession();
  const kept = usePreferences();
  const [moving, setMoving] = useState(false);
  const [wasIn, setWasIn] = useState(false);
  if (session.isPending || node.isPending) return <Door>{null}</Door>;
  const retry = () => void Promise.all([session.refetch(), node.refetch()]);
  if (session.isError || node.isError) {
    return (
      <Door>
        <NoServer onRetry={retry} />
      </Door>
    );
  }
  if (!session.data) {
    const enter = (opened: Session) => {
      setWasIn(true);
      setSession(opened);
    };
    return (
      <Door>
        <SignInPage node={node.data} ended={wasIn} onSignedIn={enter} />
      </Door>
    );
  }
  const placed = kept.direction !== '' && (node.data.lanes.length === 0 || node.data.lanes.includes(kept.lane));
  const leave = () => {
    setWasIn(false);
    setSession(null);
  };
  return (
    <Shell session={session.data} node={node.data} links={<Links roles={session.data.officer.roles} />} onPlace={() => setMoving(true)} onSignedOut={leave}>
      <Suspense fallback={null}>
        {placed && !moving ? (
          <SignedInContext value={{ session: session.data, node: node.data }}>
            <Outlet />
          </SignedInContext>
        ) : (
          <PlacePage node={node.data} onChosen={() => setMoving(false)} />
        )}
      </Suspense>
    </Shell>
  );
}

function BoothRoute() {
  const { session, node } = useSignedIn();
  const { lane, direction } = usePreferences();
  return <BoothPage session={session} node={node} place={{ lane, direction: direction === '' ? 'entry' : direction }} />;
}

function ListsRoute() {
  return <ListsPage {...useSignedIn()} />;
}

function RetentionRoute() {
  return <RetentionPage {...useSignedIn()} />;
}

function AuditRoute() {
  return <AuditPage node={useSignedIn().node} />;
}

function NotFound() {
  const t = useText();
  return (
    <main className="page">
      <h1>{t('not_found.title')}</h1>
      <p>
        <Link to="/booth">{t('top.booth')}</Link>
      </p>
    </main>
  );
}

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/booth', replace: true });
  },
});
const booth = createRoute({ getParentRoute: () => root, path: '/booth', component: BoothRoute });
const lists = createRoute({ getParentRoute: () => root, path: '/lists', component: ListsRoute });

const retention = createRoute({ getParentRoute: () => root, path: '/retention', component: RetentionRoute });
const audit = createRoute({ getParentRoute: () => root, path: '/audit', component: AuditRoute });

export const router = createRouter({ routeTree: root.addChildren([home, booth, lists, audit, retention]) });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
