import { useEffect, useRef, type ReactNode } from 'react';

interface ButtonProps {
  children: ReactNode;
  onPress?: () => void;
  keys?: string | undefined;
  kind?: 'primary' | 'danger' | 'plain' | 'normal';
  size?: 'large' | 'normal';
  submit?: boolean;
  /** Closed, but reachable: it can be focused, and says why. The id of the text that does. */
  closedBy?: string | undefined;
  expanded?: boolean;
  autoFocus?: boolean;
}

/** A native button that shows its key. */
export function Button({ children, onPress, keys, kind = 'normal', size = 'normal', submit, closedBy, expanded, autoFocus }: ButtonProps) {
  const closed = closedBy !== undefined;
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (autoFocus) ref.current?.focus();
  }, [autoFocus]);
  return (
    <button
      type={submit ? 'submit' : 'button'}
      className="button"
      data-kind={closed ? undefined : kind}
      data-size={size}
      aria-disabled={closed || undefined}
      aria-describedby={closedBy}
      aria-expanded={expanded}
      aria-keyshortcuts={keys?.replace('Ctrl', 'Control')}
      ref={ref}
      onClick={onPress}
    >
      {children}
      {keys && <kbd aria-hidden="true">{keys.replaceAll('+', ' ')}</kbd>}
    </button>
  );
}
