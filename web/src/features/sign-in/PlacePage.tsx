import { Suspense, useState, type FormEvent, type ReactNode } from 'react';
import type { Node } from '../../api/types';
import { useText } from '../../lib/i18n';
import { setPreferences, usePreferences } from '../../lib/preferences';
import { Button } from '../../ui/Button';
import './sign-in.css';

interface PlacePageProps {
  node: Node;
  onChosen: () => void;
  /** What the officer should know before taking the place. */
  news?: ReactNode;
}

/** Where this PC stands: remembered until changed, since a booth does not move. */
export function PlacePage({ node, onChosen, news }: PlacePageProps) {
  const t = useText();
  const kept = usePreferences();
  const lanes = node.lanes.length > 0 ? node.lanes : [''];
  const [lane, setLane] = useState(lanes.includes(kept.lane) ? kept.lane : (lanes[0] ?? ''));
  const [direction, setDirection] = useState(kept.direction === '' ? 'entry' : kept.direction);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPreferences({ lane, direction });
    onChosen();
  };
  return (
    <main className="door">
      <section className="panel door-panel">
        <h1>{t('place.title')}</h1>
        <p>
          {t('place.post')} <b>{<bdi>{node.post}</bdi>}</b>
        </p>
        <Suspense fallback={null}>{news}</Suspense>
        <form onSubmit={submit}>
          <fieldset>
            <legend className="field-name">{t('place.lane')}</legend>
            <div className="tiles">
              {lanes.map((one) => (
                <label className="tile" key={one}>
                  <input type="radio" name="lane" value={one} checked={lane === one} onChange={() => setLane(one)} />
                  <bdi>{one === '' ? t('place.no_lane') : one}</bdi>
                </label>
              ))}
            </div>
          </fieldset>
          <fieldset>
            <legend className="field-name">{t('place.direction')}</legend>
            <div className="tiles">
              {(['entry', 'exit'] as const).map((one) => (
                <label className="tile" key={one}>
                  <input type="radio" name="direction" value={one} checked={direction === one} onChange={() => setDirection(one)} />
                  {t(`direction.${one}`)}
                </label>
              ))}
            </div>
          </fieldset>
          <p className="small quiet">{t('place.kept')}</p>
          <Button submit kind="primary" size="large" autoFocus>
            {t('place.submit')}
          </Button>
        </form>
      </section>
    </main>
  );
}
