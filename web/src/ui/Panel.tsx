import { useId, type ReactNode } from 'react';

interface PanelProps {
  title: ReactNode;
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
  /** Stop of F6. */
  pane?: string;
}

export function Panel({ title, aside, className = '', children, pane }: PanelProps) {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={id} data-pane={pane} tabIndex={pane ? -1 : undefined}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
