// Which page belongs to which address. Features know nothing of each other; they meet here.
import { createRootRoute, createRoute, createRouter, Link, Outlet, redirect, useNavigate } from '@tanstack/react-router';
import { createContext, lazy, Suspense, useContext, useState, type ReactNode } from 'react';
import { useMarkLocked, useNode, useSession, useSetSession } from './api/useSession';
import type { Inspection, Node, Role, Session } from './api/types';
import { BoothPage } from './features/booth/BoothPage';
import { Shell } from './features/shell/Shell';
import { LineChip, TopBar } from './features/shell/TopBar';
import { useText } from './lib/i18n';
import { usePreferences } from './lib/preferences';
import { Button } from './ui/Button';

const SignInPage = lazy(() => import('./features/sign-in/SignInPage').then((module) => ({ default: module.SignInPage })));
const LockPage = lazy(() => import('./features/shell/LockPage').then((module) => ({ default: module.LockPage })));
const PlacePage = lazy(() => import('./features/sign-in/PlacePage').then((module) => ({ default: module.PlacePage })));
const TravellersPage = lazy(() => import('./features/travellers/TravellersPage').then((module) => ({ default: module.TravellersPage })));
const TravellerPage = lazy(() => import('./features/travellers/TravellerPage').then((module) => ({ default: module.TravellerPage })));
const OverstaysPage = lazy(() => import('./features/travellers/OverstaysPage').then((module) => ({ default: module.OverstaysPage })));
const ListsPage = lazy(() => import('./features/lists/ListsPage').then((module) => ({ default: module.ListsPage })));

const PaperPage = lazy(() => import('./features/paper/PaperPage').then((module) => ({ default: module.PaperPage })));
const RequestsPage = lazy(() => import('./features/rights/RequestsPage').then((module) => ({ default: module.RequestsPage })));
const RequestPage = lazy(() => import('./features/rights/RequestPage').then((module) => ({ default: module.RequestPage })));
const AccountPage = lazy(() => import('./features/account/AccountPage').then((module) => ({ default: module.AccountPage })));
const RetentionPage = lazy(() => import('./features/privacy/RetentionPage').then((module) => ({ default: module.RetentionPage })));
const AuditPage = lazy(() => import('./features/audit/AuditPage').then((module) => ({ default: module.AuditPage })));
const CasesPage = lazy(() => import('./features/cases/CasesPage').then((module) => ({ default: module.CasesPage })));
const CasePage = lazy(() => import('./features/cases/CasePage').then((module) => ({ default: module.CasePage })));
const FormPage = lazy(() => import('./features/cases/FormPage').then((module) => ({ default: module.FormPage })));
const PassagesPage = lazy(() => import('./features/passages/PassagesPage').then((module) => ({ default: module.PassagesPage })));
const PassageTop = lazy(() => import('./features/passages/PassageTop').then((module) => ({ default: module.PassageTop })));
const AccessPage = lazy(() => import('./features/access/AccessPage').then((module) => ({ default: module.AccessPage })));

const BoardPage = lazy(() => import('./features/board/BoardPage').then((module) => ({ default: module.BoardPage })));
const AlertsPage = lazy(() => import('./features/alerts/AlertsPage').then((module) => ({ default: module.AlertsPage })));
const ProceduresPage = lazy(() => import('./features/procedures/ProceduresPage').then((module) => ({ default: module.ProceduresPage })));
const DirectivesPage = lazy(() => import('./features/procedures/DirectivesPage').then((module) => ({ default: module.DirectivesPage })));
const CertificatesPage = lazy(() => import('./features/procedures/CertificatesPage').then((module) => ({ default: module.CertificatesPage })));
// Where the steps cannot be loaded, the work goes on without them.
const StepsPanel = lazy(() => import('./features/procedures/StepsPanel').then((module) => ({ default: module.StepsPanel })).catch(() => ({ default: () => <></> })));
const UnreadBadge = lazy(() => import('./features/procedures/UnreadBadge').then((module) => ({ default: module.UnreadBadge })));
const UnreadNotice = lazy(() => import('./features/procedures/UnreadBadge').then((module) => ({ default: module.UnreadNotice })));
const HitsPage = lazy(() => import('./features/hits/HitsPage').then((module) => ({ default: module.HitsPage })));

const SignedInContext = createContext<{ session: Session; node: Node } | undefined>(undefined);

function useSignedIn(): { session: Session; node: Node } {
  const signedIn = useContext(SignedInContext);
  if (!signedIn) throw new Error('used outside a session');
  return signedIn;
}

type Screen =
  | '/booth'
  | '/lists'
  | '/audit'
  | '/cases'
  | '/board'
  | '/access'
  | '/alerts'
  | '/hits'
  | '/directives'
  | '/procedures'
  | '/certificates'
  | '/travellers'
  | '/overstays'
  | '/retention'
  | '/passages'
  | '/rights'
  | '/paper'
  | '/account';

function NavLink({ to, children }: { to: Screen; children: ReactNode }) {
  return (
    <Link to={to} className="nav-link">
      {children}
    </Link>
  );
}

const kSecondLine: readonly Role[] = ['second_line', 'shift_leader'];
const kInspecting: readonly Role[] = ['officer', ...kSecondLine];

function Links({ roles }: { roles: readonly Role[] }) {
  const t = useText();
  const second = roles.some((role) => kSecondLine.includes(role));
  return (
    <>
      <NavLink to="/booth">{t('top.booth')}</NavLink>
      {roles.some((role) => kInspecting.includes(role)) && <NavLink to="/passages">{t('top.passages')}</NavLink>}
      {second && <NavLink to="/cases">{t('top.cases')}</NavLink>}
      {second && <NavLink to="/board">{t('top.board')}</NavLink>}
      {second && <NavLink to="/travellers">{t('top.travellers')}</NavLink>}
      {(second || roles.includes('analyst')) && <NavLink to="/overstays">{t('top.overstays')}</NavLink>}
      <NavLink to="/lists">{t('top.lists')}</NavLink>
      {roles.some((role) => role === 'watchlist_owner' || role === 'shift_leader') && <NavLink to="/alerts">{t('top.alerts')}</NavLink>}
      {(second || roles.includes('watchlist_owner')) && <NavLink to="/hits">{t('top.hits')}</NavLink>}
      <NavLink to="/directives">
        {t('top.guidance')}
        <Suspense fallback={null}>
          <UnreadBadge />
        </Suspense>
      </NavLink>
      {roles.includes('auditor') && <NavLink to="/audit">{t('top.audit')}</NavLink>}
      <NavLink to="/access">{t('top.access')}</NavLink>
      {roles.includes('data_officer') && <NavLink to="/retention">{t('top.retention')}</NavLink>}
      {roles.includes('data_officer') && <NavLink to="/rights">{t('top.rights')}</NavLink>}
      {roles.some((role) => kInspecting.includes(role)) && <NavLink to="/paper">{t('top.paper')}</NavLink>}
      <NavLink to="/account">{t('top.account')}</NavLink>
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
  const [takingOver, takeOver] = useState(false);
  const markLocked = useMarkLocked();
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
  if (session.data.locked) {
    const enter = (opened: Session) => {
      takeOver(false);
      setSession(opened);
    };
    return (
      <Door>
        {takingOver ? (
          <SignInPage node={node.data} ended={false} onSignedIn={enter} />
        ) : (
          <LockPage session={session.data} onUnlocked={enter} onOther={() => takeOver(true)} />
        )}
      </Door>
    );
  }
  const placed = kept.direction !== '' && (node.data.lanes.length === 0 || node.data.lanes.includes(kept.lane));
  const leave = () => {
    setWasIn(false);
    setSession(null);
  };
  return (
    <Shell
      session={session.data}
      node={node.data}
      links={<Links roles={session.data.officer.roles} />}
      onPlace={() => setMoving(true)}
      onSignedOut={leave}
      onLocked={markLocked}
    >
      <Suspense fallback={null}>
        {placed && !moving ? (
          <SignedInContext value={{ session: session.data, node: node.data }}>
            <Outlet />
          </SignedInContext>
        ) : (
          <PlacePage node={node.data} onChosen={() => setMoving(false)} news={<UnreadNotice />} />
        )}
      </Suspense>
    </Shell>
  );
}

const stepsAt = (node: Node) => (inspection: Inspection) => (
  <Suspense fallback={null}>
    <StepsPanel kind="inspection" subject={inspection.id} open={inspection.state === 'open'} timeZone={node.time_zone} />
  </Suspense>
);

function BoothRoute() {
  const { session, node } = useSignedIn();
  return <BoothPage session={session} node={node} place={usePlace()} steps={stepsAt(node)} />;
}

function usePlace(): { lane: string; direction: 'entry' | 'exit' } {
  const { lane, direction } = usePreferences();
  return { lane, direction: direction === '' ? 'entry' : direction };
}

function PassagesRoute() {
  const { node } = useSignedIn();
  const place = usePlace();
  const navigate = useNavigate();
  const link = (id: string, text: ReactNode) => (
    <Link to="/passages/$id" params={{ id }}>
      {text}
    </Link>
  );
  return <PassagesPage node={node} place={place} link={link} onOpened={(id) => void navigate({ to: '/passages/$id', params: { id } })} />;
}

/** The vehicle screen: the passage above, and below a booth of its own that works on its persons. */
function PassageRoute() {
  const t = useText();
  const { session, node } = useSignedIn();
  const { id } = onePassage.useParams();
  const place = usePlace();
  const show = (inspectionId: string) =>
    void import('./features/booth/occupant').then((module) => module.showOccupant(session.officer.id, id, inspectionId));
  const top = <PassageTop id={id} node={node} direction={place.direction} back={<Link to="/passages">{t('passages.all')}</Link>} onShow={show} />;
  return <BoothPage key={id} session={session} node={node} place={{ ...place, passage_id: id }} steps={stepsAt(node)} top={top} />;
}

function ListsRoute() {
  return <ListsPage {...useSignedIn()} />;
}

function RetentionRoute() {
  return <RetentionPage {...useSignedIn()} />;
}

function PaperRoute() {
  const { node } = useSignedIn();
  const { lane, language } = usePreferences();
  return <PaperPage timeZone={node.time_zone} lanes={node.lanes} lane={lane} language={language} />;
}

function RightsRoute() {
  const { node } = useSignedIn();
  const link = (id: string, text: ReactNode) => (
    <Link to="/rights/$id" params={{ id }}>
      {text}
    </Link>
  );
  return <RequestsPage timeZone={node.time_zone} link={link} />;
}

function RightsRequestRoute() {
  const { node, session } = useSignedIn();
  const { id } = oneDataRequest.useParams();
  return <RequestPage key={id} id={id} timeZone={node.time_zone} me={session.officer.id} />;
}

function AccountRoute() {
  return <AccountPage timeZone={useSignedIn().node.time_zone} />;
}

function AuditRoute() {
  return <AuditPage node={useSignedIn().node} />;
}

function CasesRoute() {
  const { node } = useSignedIn();
  const link = (id: string, text: ReactNode) => (
    <Link to="/cases/$id" params={{ id }}>
      {text}
    </Link>
  );
  return <CasesPage node={node} link={link} />;
}

function CaseRoute() {
  const { node } = useSignedIn();
  const { id } = oneCase.useParams();
  const printLink = (refusal: string, language: string, text: string) => (
    <Link className="button" to="/cases/$id/form/$refusal/$language" params={{ id, refusal, language }}>
      {text}
    </Link>
  );
  const steps = (open: boolean) => (
    <Suspense fallback={null}>
      <StepsPanel kind="case" subject={id} open={open} timeZone={node.time_zone} />
    </Suspense>
  );
  return <CasePage id={id} node={node} printLink={printLink} steps={steps} />;
}

function FormRoute() {
  return <FormPage {...caseForm.useParams()} />;
}

function BoardRoute() {
  return <BoardPage {...useSignedIn()} />;
}

function AccessRoute() {
  return <AccessPage {...useSignedIn()} />;
}

function AlertsRoute() {
  return <AlertsPage {...useSignedIn()} />;
}

function HitsRoute() {
  const signedIn = useSignedIn();
  const steps = (id: string, open: boolean) => (
    <Suspense fallback={null}>
      <StepsPanel kind="hit" subject={id} open={open} timeZone={signedIn.node.time_zone} />
    </Suspense>
  );
  return <HitsPage {...signedIn} steps={steps} />;
}

/** The three screens of one feature, each a step from the others. */
function GuidanceLinks() {
  const t = useText();
  return (
    <nav className="guidance-links" aria-label={t('top.guidance')}>
      <NavLink to="/directives">{t('guidance.directives')}</NavLink>
      <NavLink to="/procedures">{t('guidance.procedures')}</NavLink>
      <NavLink to="/certificates">{t('guidance.certificates')}</NavLink>
    </nav>
  );
}

function ProceduresRoute() {
  return <ProceduresPage {...useSignedIn()} links={<GuidanceLinks />} />;
}

function DirectivesRoute() {
  return <DirectivesPage {...useSignedIn()} links={<GuidanceLinks />} />;
}

function CertificatesRoute() {
  return <CertificatesPage {...useSignedIn()} links={<GuidanceLinks />} />;
}

function useOpenTraveller(): (id: string) => void {
  const navigate = useNavigate();
  return (id) => void navigate({ to: '/travellers/$id', params: { id } });
}

function TravellersRoute() {
  return <TravellersPage session={useSignedIn().session} onOpen={useOpenTraveller()} />;
}

function TravellerRoute() {
  const { id } = travellerAt.useParams();
  return <TravellerPage key={id} id={id} onOpen={useOpenTraveller()} />;
}

function OverstaysRoute() {
  return <OverstaysPage onOpen={useOpenTraveller()} />;
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
const travellersAt = createRoute({ getParentRoute: () => root, path: '/travellers', component: TravellersRoute });
const travellerAt = createRoute({ getParentRoute: () => root, path: '/travellers/$id', component: TravellerRoute });
const overstaysAt = createRoute({ getParentRoute: () => root, path: '/overstays', component: OverstaysRoute });
const passagesAt = createRoute({ getParentRoute: () => root, path: '/passages', component: PassagesRoute });
const onePassage = createRoute({ getParentRoute: () => root, path: '/passages/$id', component: PassageRoute });
const lists = createRoute({ getParentRoute: () => root, path: '/lists', component: ListsRoute });
const cases = createRoute({ getParentRoute: () => root, path: '/cases', component: CasesRoute });
const oneCase = createRoute({ getParentRoute: () => root, path: '/cases/$id', component: CaseRoute });
const caseForm = createRoute({ getParentRoute: () => root, path: '/cases/$id/form/$refusal/$language', component: FormRoute });

const retention = createRoute({ getParentRoute: () => root, path: '/retention', component: RetentionRoute });
const paper = createRoute({ getParentRoute: () => root, path: '/paper', component: PaperRoute });
const rights = createRoute({ getParentRoute: () => root, path: '/rights', component: RightsRoute });
const oneDataRequest = createRoute({ getParentRoute: () => root, path: '/rights/$id', component: RightsRequestRoute });
const account = createRoute({ getParentRoute: () => root, path: '/account', component: AccountRoute });
const audit = createRoute({ getParentRoute: () => root, path: '/audit', component: AuditRoute });
const board = createRoute({ getParentRoute: () => root, path: '/board', component: BoardRoute });
const access = createRoute({ getParentRoute: () => root, path: '/access', component: AccessRoute });
const alerts = createRoute({ getParentRoute: () => root, path: '/alerts', component: AlertsRoute });
const procedures = createRoute({ getParentRoute: () => root, path: '/procedures', component: ProceduresRoute });
const directives = createRoute({ getParentRoute: () => root, path: '/directives', component: DirectivesRoute });
const certificates = createRoute({ getParentRoute: () => root, path: '/certificates', component: CertificatesRoute });
const hits = createRoute({ getParentRoute: () => root, path: '/hits', component: HitsRoute });

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    booth,
    lists,
    cases,
    oneCase,
    caseForm,
    audit,
    board,
    access,
    alerts,
    hits,
    procedures,
    directives,
    certificates,
    travellersAt,
    travellerAt,
    overstaysAt,
    retention,
    passagesAt,
    onePassage,
    paper,
    rights,
    oneDataRequest,
    account,
  ]),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
