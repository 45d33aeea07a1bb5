import type { ReactNode } from 'react';

export type State = 'clear' | 'info' | 'review' | 'hit' | 'pending' | 'unavailable' | 'not_checked';

const kLine = { fill: 'none', stroke: 'currentColor', strokeWidth: 2, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

/** One shape per state, so that no state is told by colour alone. What was not checked has the shape of no answer. */
const kSlashedRing = (
  <g {...kLine}>
    <circle cx="10" cy="10" r="7.5" strokeDasharray="3 2.9" />
    <path d="M5.5 14.5l9-9" />
  </g>
);

const kShapes: Record<State, ReactNode> = {
  clear: (
    <g {...kLine}>
      <circle cx="10" cy="10" r="8" />
      <path d="M6.3 10.2l2.5 2.6 5-5.4" />
    </g>
  ),
  info: (
    <g {...kLine}>
      <rect x="2.5" y="2.5" width="15" height="15" rx="1.5" />
      <path d="M10 9.3v4.5M10 6.2v.1" />
    </g>
  ),
  review: (
    <g {...kLine}>
      <path d="M10 2.5l8 14.5H2z" />
      <path d="M10 8v4M10 14.4v.1" />
    </g>
  ),
  hit: (
    <g>
      <path d="M6.4 1.5h7.2l4.9 4.9v7.2l-4.9 4.9H6.4l-4.9-4.9V6.4z" fill="currentColor" />
      <path d="M10 5.4v5.4M10 14.1v.1" fill="none" stroke="var(--surface)" strokeWidth="2.4" strokeLinecap="round" />
    </g>
  ),
  pending: <circle cx="10" cy="10" r="7.5" {...kLine} strokeDasharray="4 3.85" />,
  unavailable: kSlashedRing,
  not_checked: kSlashedRing,
};

export function StateIcon({ state }: { state: State }) {
  return (
    <svg
      className={state === 'pending' ? 'state-icon turning' : 'state-icon'}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
      data-shape={state === 'not_checked' ? 'unavailable' : state}
    >
      {kShapes[state]}
    </svg>
  );
}
