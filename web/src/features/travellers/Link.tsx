import type { LinkColour } from '../../api/types';
import { textOf } from '../../lib/i18n';
import { StateIcon, type State } from '../../ui/StateIcon';

/** Each colour has a shape and a word of its own, so that none is told by colour alone. */
const kShapes: Record<LinkColour, State> = { yellow: 'review', green: 'info', red: 'hit', white: 'clear' };

export function Colour({ colour }: { colour: LinkColour }) {
  return (
    <span className="link-colour" data-state={kShapes[colour]} data-colour={colour}>
      <StateIcon state={kShapes[colour]} /> {textOf('link', colour)}
    </span>
  );
}
