import type { Node, Role, Session } from '../../api/types';
import { useText } from '../../lib/i18n';
import { EmergenciesPanel } from './EmergenciesPanel';
import { GrantsPanel } from './GrantsPanel';
import { OfficersPanel } from './OfficersPanel';
import { UnitsPanel, WorkstationsPanel } from './PlacesPanel';
import { SecondFactorPanel } from './SecondFactorPanel';
import './access.css';

/** Officers, what they may, where, and for how long. Everybody finds the own second factor and the emergencies here. */
export function AccessPage({ session, node }: { session: Session; node: Node }) {
  const t = useText();
  const { roles, id } = session.officer;
  const has = (...some: Role[]) => some.some((role) => roles.includes(role));
  const administers = has('administrator');
  return (
    <main className="page access">
      <h1>{t('access.title')}</h1>
      {has('administrator', 'auditor', 'shift_leader') && (
        <>
          <OfficersPanel may={administers} self={id} />
          <GrantsPanel may={administers} self={id} timeZone={node.time_zone} />
        </>
      )}
      <EmergenciesPanel
        mayTake={has('officer', 'second_line', 'shift_leader')}
        mayReview={has('shift_leader', 'auditor')}
        self={id}
        timeZone={node.time_zone}
      />
      <UnitsPanel may={administers} />
      {administers && <WorkstationsPanel node={node} />}
      <SecondFactorPanel />
    </main>
  );
}
