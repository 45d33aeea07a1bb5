import { useId, type ReactElement, type ReactNode, cloneElement } from 'react';

interface FieldProps {
  name: string;
  hint?: ReactNode;
  children: ReactElement<{ id?: string; 'aria-describedby'?: string }>;
}

/** A named control; the hint is read with it. */
export function Field({ name, hint, children }: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  return (
    <div className="field">
      <label className="field-name" htmlFor={id}>
        {name}
      </label>
      {cloneElement(children, { id, ...(hintId ? { 'aria-describedby': hintId } : {}) })}
      {hint && (
        <span className="field-hint" id={hintId}>
          {hint}
        </span>
      )}
    </div>
  );
}
