import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { annulRefusal, approveRefusal, issueForm, pdfPath, returnRefusal } from '../../api/cases';
import { getRefusalGrounds } from '../../api/inspections';
import type { Case, CaseRules, Node, Refusal } from '../../api/types';
import { formatInstant } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { usePreferences } from '../../lib/preferences';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Field } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { ApproveDialog, TextDialog } from './dialogs';
import type { CaseAct } from './useCaseAct';

interface RefusalPanelProps {
  one: Case;
  refusal: Refusal;
  rules: CaseRules;
  node: Node;
  act: CaseAct;
  /** The print view, by the router's address. */
  printLink: (refusal: string, language: string, text: string) => ReactNode;
}

/** Language, paper, signature: what happens once the refusal is in force. */
function Paper({ one, refusal, rules, act, printLink }: RefusalPanelProps) {
  const t = useText();
  const own = usePreferences().language;
  const [language, setLanguage] = useState(refusal.language ?? 'en');
  const issue = (signature: 'signed' | 'refused_to_sign') => act.run(() => issueForm(one, refusal, { language, with: own, signature }));
  return (
    <div className="case-row">
      <Field name={t('case.form_language')}>
        <select value={language} onChange={(event) => setLanguage(event.target.value)}>
          {rules.form_languages.map((each) => (
            <option key={each} value={each}>
              {textOf('language', each)}
            </option>
          ))}
        </select>
      </Field>
      <a className="button" href={pdfPath(one.id, refusal.id, language, own)} target="_blank" rel="noreferrer">
        {t('case.pdf')}
      </a>
      {printLink(refusal.id, language, t('case.print_view'))}
      {refusal.state === 'in_force' && (
        <>
          <Button onPress={() => issue('signed')}>{t('case.signed')}</Button>
          <Button onPress={() => issue('refused_to_sign')}>{t('case.refused_to_sign')}</Button>
        </>
      )}
    </div>
  );
}

function Grounds({ letters }: { letters: readonly string[] }) {
  const grounds = useQuery({ queryKey: ['refusal-grounds'], queryFn: getRefusalGrounds, staleTime: Infinity });
  return (
    <ul className="files">
      {letters.map((letter) => (
        <li key={letter}>
          <Code>{letter}</Code> {textOf('ground', grounds.data?.grounds.find((each) => each.letter === letter)?.word ?? '')}
        </li>
      ))}
    </ul>
  );
}

export function RefusalPanel(props: RefusalPanelProps) {
  const { one, refusal, node, act } = props;
  const t = useText();
  const [open, setOpen] = useState<'approve' | 'return' | 'annul'>();
  const close = () => setOpen(undefined);
  const papers = refusal.state === 'in_force' || refusal.state === 'annulled';
  return (
    <Panel
      title={
        <>
          {t('case.refusal')} <Code>{refusal.number}</Code>
        </>
      }
      aside={<strong>{textOf('refusal_state', refusal.state)}</strong>}
    >
      <Grounds letters={refusal.grounds} />
      <p>
        <bdi>{refusal.facts}</bdi>
      </p>
      <p className="small quiet">
        {t('case.proposed_by', { name: refusal.proposed_by.name, time: formatInstant(refusal.proposed_at, node.time_zone) })}
        {refusal.judged_by && refusal.judged_at && (
          <> · {t('case.judged_by', { name: refusal.judged_by.name, time: formatInstant(refusal.judged_at, node.time_zone) })}</>
        )}
      </p>
      {refusal.reason !== '' && (
        <p>
          <bdi>{refusal.reason}</bdi>
        </p>
      )}
      {refusal.issued_at && refusal.signature && (
        <p>
          {t('case.issued', { time: formatInstant(refusal.issued_at, node.time_zone), language: textOf('language', refusal.language ?? '') })}{' '}
          {textOf('signature', refusal.signature)} <Code>{(refusal.pdf_sha256 ?? '').slice(0, 12)}</Code>
        </p>
      )}
      {papers && <Paper {...props} />}
      <div className="case-acts">
        {refusal.may_approve && (
          <>
            <Button kind="danger" onPress={() => setOpen('approve')}>
              {t('case.approve')}
            </Button>
            <Button onPress={() => setOpen('return')}>{t('case.return')}</Button>
          </>
        )}
        {refusal.may_annul && <Button onPress={() => setOpen('annul')}>{t('case.annul')}</Button>}
      </div>
      {open === 'approve' && <ApproveDialog refusal={refusal} act={act} onClose={close} onSend={(typed) => act.run(() => approveRefusal(one, refusal, typed), close)} />}
      {open === 'return' && (
        <TextDialog title={t('case.return')} name={t('case.reason')} submit={t('case.return')} act={act} onClose={close} onSend={(text) => act.run(() => returnRefusal(one, refusal, text), close)} />
      )}
      {open === 'annul' && (
        <TextDialog title={t('case.annul')} name={t('case.reason')} submit={t('case.annul')} act={act} onClose={close} onSend={(text) => act.run(() => annulRefusal(one, refusal, text), close)} />
      )}
    </Panel>
  );
}
