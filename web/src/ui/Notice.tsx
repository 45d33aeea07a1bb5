import type { ReactNode } from 'react';
import { StateIcon, type State } from './StateIcon';

interface NoticeProps {
  state: State;
  children: ReactNode;
  acts?: ReactNode;
  /** `alert` interrupts a screen reader: only for what the officer tried and could not do. */
  role?: 'status' | 'alert';
}

export function Notice({ state, children, acts, role }: NoticeProps) {
  return (
    <div className="notice" data-state={state} role={role}>
      <StateIcon state={state} />
      <div className="notice-text">{children}</div>
      {acts}
    </div>
  );
}
