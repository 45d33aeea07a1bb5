import { findCountryName } from '../../lib/countries';
import { findAge, formatDate } from '../../lib/format';
import { findText, getLocale, textOf, useText } from '../../lib/i18n';
import type { Inspection } from '../../api/types';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Panel } from '../../ui/Panel';
import type { Traveller } from './booth-state';
import { checksOf, findPerson, nameOf, type ShownPerson } from './verdict';

/** The two faces stand alone, the same size, with no name over them. There is none to show yet: that is said, never drawn. */
function Faces({ traveller }: { traveller: Traveller }) {
  const t = useText();
  const chip = checksOf(traveller).find((check) => check.name === 'chip')?.state ?? 'not_checked';
  const words = { chip: t('person.chip_photo', { state: t(`state.${chip}`) }), camera: t('person.camera') };
  return (
    <div className="faces">
      {[words.chip, words.camera].map((caption) => (
        <figure key={caption}>
          <div className="no-photo">{t('person.no_photo')}</div>
          <figcaption>{caption}</figcaption>
        </figure>
      ))}
    </div>
  );
}

function State({ code }: { code: string }) {
  if (code === '') return <>–</>;
  const country = findCountryName(code, getLocale()) ?? findText(`issuer.${code}`);
  return (
    <>
      <Code>{code}</Code> {country && <bdi>{country}</bdi>}
    </>
  );
}

function Births({ births, on }: { births: string[]; on: string }) {
  const t = useText();
  if (births.length === 0) return <>–</>;
  const ages = births.map((birth) => {
    const years = findAge(birth, on);
    return years === undefined ? formatDate(birth) : t('person.born_age', { date: formatDate(birth), years });
  });
  return <bdi>{ages.join(t('person.or'))}</bdi>;
}

function Facts({ person, on }: { person: ShownPerson; on: string }) {
  const t = useText();
  const kind = findText(`document.${person.documentCode.charAt(0)}`) ?? t('document.other');
  return (
    <dl className="facts">
      <dt>{t('person.born')}</dt>
      <dd>
        <Births births={person.births} on={on} />
      </dd>
      <dt>{t('person.sex')}</dt>
      <dd>{person.sex === '' ? '–' : textOf('sex', person.sex)}</dd>
      <dt>{t('person.nationality')}</dt>
      <dd>
        <State code={person.nationality} />
      </dd>
      <dt>{kind}</dt>
      <dd>{person.number === '' ? '–' : <Code>{person.number}</Code>}</dd>
      <dt>{t('person.issuer')}</dt>
      <dd>
        <State code={person.issuer} />
      </dd>
      <dt>{t('person.expires')}</dt>
      <dd>{formatDate(person.expires)}</dd>
    </dl>
  );
}

/** Who the person is to the law, and what is missing of a minor. */
function ClassLine({ person, onPerson }: { person: Inspection['person']; onPerson: () => void }) {
  const t = useText();
  const words = [person.person_class, ...person.beside].map((word) => textOf('person_class', word)).join(' · ');
  return (
    <div className="class-line">
      <p>
        <span className="quiet">{t('person.class')}</span> <b>{words}</b>{' '}
        <Button kind="plain" onPress={onPerson}>
          {t('person.change')}
        </Button>
      </p>
      {person.minor !== 'not_minor' && <p role="status">{t(`minor.${person.minor}`)}</p>}
    </div>
  );
}

interface PersonPanelProps {
  traveller: Traveller;
  today: string;
  onPerson: () => void;
}

export function PersonPanel({ traveller, today, onPerson }: PersonPanelProps) {
  const t = useText();
  const { inspection } = traveller;
  const person = findPerson(traveller);
  const name = person ? nameOf(person) : '';
  return (
    <Panel title={t('person.title')} className="person" pane="person">
      <Faces traveller={traveller} />
      <p className="name">{name === '' ? <span className="quiet">{t('person.no_name')}</span> : <bdi translate="no">{name}</bdi>}</p>
      {person && <Facts person={person} on={traveller.inspection?.on ?? today} />}
      {inspection && <ClassLine person={inspection.person} onPerson={onPerson} />}
      <div className="mrz" dir="ltr" translate="no" aria-label={t('person.mrz')} role="group">
        {traveller.lines.map((line, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- two lines of a document may be alike; their place is their name
          <span key={at}>{line}</span>
        ))}
      </div>
      {traveller.typedByHand && <p className="typed small">{t('person.typed')}</p>}
    </Panel>
  );
}
