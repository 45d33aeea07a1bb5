import { lazy, Suspense, useState, type ReactNode } from 'react';
import { signOut } from '../../api/session';
import type { Node, Session } from '../../api/types';
import { useLive } from '../../api/useSession';
import { useText } from '../../lib/i18n';
import { keysOf } from '../../lib/keyboard-map';
import { usePreferences } from '../../lib/preferences';
import { useKeys } from '../../lib/useKeys';
import { Button } from '../../ui/Button';
import { walkPanes } from '../../ui/panes';
import { lockNow, useIdle } from './lock';
import { LineChip, TopBar } from './TopBar';
import './shell.css';

const EmergencyBanner = lazy(() => import('./EmergencyBanner').then((module) => ({ default: module.EmergencyBanner })));
const LevelBanner = lazy(() => import('./LevelBanner').then((module) => ({ default: module.LevelBanner })));
const KeysDialog = lazy(() => import('./KeysDialog').then((module) => ({ default: module.KeysDialog })));

interface ShellProps {
  session: Session;
  node: Node;
  /** Links to the screens this officer has. */
  links: ReactNode;
  onPlace: () => void;
  onSignedOut: () => void;
  onLocked: () => void;
  children: ReactNode;
}

function Place({ node, onPlace }: Pick<ShellProps, 'node' | 'onPlace'>) {
  const t = useText();
  const { lane, direction } = usePreferences();
  return (
    <button type="button" className="button place" onClick={onPlace}>
      <bdi>{node.post}</bdi>
      {lane !== '' && (
        <span>
          {' · '}
          {t('place.lane')} <bdi>{lane}</bdi>
        </span>
      )}
      {direction !== '' && <span>{` · ${t(`direction.${direction}`)}`}</span>}
    </button>
  );
}

export function Shell({ session, node, links, onPlace, onSignedOut, onLocked, children }: ShellProps) {
  const t = useText();
  const line = useLive();
  const [keys, showKeys] = useState(false);
  useKeys({ help: () => showKeys(true), next_pane: () => walkPanes(1), previous_pane: () => walkPanes(-1) });
  useIdle(() => lockNow('idle', onLocked));
  const leave = () => void signOut().finally(onSignedOut);
  return (
    <div className="shell">
      <TopBar
        start={
          <>
            <nav aria-label={t('top.screens')}>{links}</nav>
            <Place node={node} onPlace={onPlace} />
            <LineChip state={line} />
            <Suspense fallback={null}>
              <LevelBanner timeZone={node.time_zone} />
            </Suspense>
          </>
        }
        end={
          <>
            <span className="officer">
              <span className="quiet">{t('top.officer')}</span> <bdi>{session.officer.display_name}</bdi>
            </span>
            <Button onPress={() => lockNow('asked', onLocked)}>{t('lock.lock')}</Button>
            <Button onPress={leave}>{t('top.sign_out')}</Button>
            <Button keys={keysOf('help')} onPress={() => showKeys(true)}>
              {t('top.keys')}
            </Button>
          </>
        }
      />
      <div className="shell-body">
        <Suspense fallback={null}>
          <EmergencyBanner timeZone={node.time_zone} />
        </Suspense>
        {children}
      </div>
      {keys && (
        <Suspense fallback={null}>
          <KeysDialog onClose={() => showKeys(false)} />
        </Suspense>
      )}
    </div>
  );
}
