/** A code, number or key as printed on a document: never mirrored, never translated. */
export function Code({ children }: { children: string }) {
  return (
    <bdi className="code" dir="ltr" translate="no">
      {children}
    </bdi>
  );
}
