import { useMemo, useState, type ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { Input } from '@twilio-paste/core/input';
import { Label } from '@twilio-paste/core/label';
import { Paragraph } from '@twilio-paste/core/paragraph';
import { Option, Select } from '@twilio-paste/core/select';
import type { Directory } from '../../../app/editing/directory';
import { explainAssignments } from '../../../core/assignments/explainAssignments';
import type { AssignmentFacts, CatalogContent, LanguageTag } from '../../../core/catalog/types';
import { localDay } from '../../../core/rules/localTime';
import { momentOn } from '../../../core/rules/momentOn';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { suggestionsFor } from './criteria';
import { NamesInput } from './NamesInput';
import {
  attributeText,
  factsAsked,
  namedOf,
  pathsAsked,
  withAttribute,
  workerWith,
} from './whyFacts';
import { WhyResult } from './WhyResult';
import { NO_FACTS } from './words';

interface WhyPanelProps {
  readonly id: string;
  readonly content: CatalogContent;
  readonly directory: Directory;
  readonly onLookAgain: () => void;
  readonly language: LanguageTag;
  readonly t: TranslateEditor;
}

const DIRECTIONS = ['inbound', 'outbound', 'unknown'] as const;
const BY_HAND = '';

const Setting = ({
  id,
  label,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}) => (
  <Box minWidth="size0">
    <Label htmlFor={id}>{label}</Label>
    {children}
  </Box>
);

/** What becomes of a task, one at work or one made up: the form, the assignment that wins, those that it beats. */
export function WhyPanel({ id, content, directory, onLookAgain, language, t }: WhyPanelProps) {
  const [facts, setFacts] = useState<AssignmentFacts>(NO_FACTS);
  const [task, setTask] = useState(BY_HAND);
  const { assignments, policies, reportedLanguage } = content;
  const timeZone = policies.timeZone ?? 'UTC';
  const explanation = useMemo(() => explainAssignments(content, facts), [content, facts]);
  const asked = useMemo(() => factsAsked(assignments), [assignments]);
  const paths = useMemo(() => pathsAsked(assignments), [assignments]);

  const change = (changes: Partial<AssignmentFacts>) => {
    setTask(BY_HAND);
    setFacts((now) => ({ ...now, ...changes }));
  };
  const chooseTask = (reservationSid: string) => {
    setTask(reservationSid);
    const found = directory.tasks.find((one) => one.reservationSid === reservationSid);
    if (found) setFacts(found.facts);
  };
  const names = (
    criterion: 'queue' | 'channel' | 'workflow' | 'skill' | 'team',
    chosen: readonly string[],
    onChange: (names: readonly string[]) => void,
  ) => (
    <NamesInput
      id={`${id}-${criterion}`}
      label={t(`assignments.criterion.${criterion}`)}
      names={chosen.filter((name) => name !== '')}
      suggestions={suggestionsFor(criterion, directory)}
      single={criterion !== 'skill'}
      readOnly={false}
      onChange={onChange}
      t={t}
    />
  );

  return (
    <Box as="section" aria-labelledby={`${id}-heading`}>
      <Heading as="h3" variant="heading40" id={`${id}-heading`}>
        {t('assignments.why')}
      </Heading>
      <Paragraph>{t('assignments.why.help')}</Paragraph>
      <Box display="flex" flexWrap="wrap" columnGap="space80" rowGap="space60">
        <Box
          flexGrow={1}
          flexBasis="size30"
          minWidth="size0"
          display="flex"
          flexDirection="column"
          rowGap="space50"
        >
          <Setting id={`${id}-task`} label={t('assignments.why.task')}>
            <Select
              id={`${id}-task`}
              value={task}
              onChange={({ target }) => chooseTask(target.value)}
            >
              <Option value={BY_HAND}>{t('assignments.why.byHand')}</Option>
              {directory.tasks.map(({ reservationSid, worker, facts: { queueName, channel } }) => (
                <Option key={reservationSid} value={reservationSid}>
                  {t('assignments.why.liveTask', { worker, queue: queueName, channel })}
                </Option>
              ))}
            </Select>
          </Setting>
          <Box>
            <Button variant="secondary" size="small" onClick={onLookAgain}>
              {t('assignments.why.refresh')}
            </Button>
          </Box>
          {names('queue', [facts.queueName], ([name = '']) => {
            const queue = namedOf(directory.queues, name);
            change({ queueName: queue.name, queueSid: queue.sid });
          })}
          {names('channel', [facts.channel], ([channel = '']) => change({ channel }))}
          <Setting id={`${id}-direction`} label={t('assignments.criterion.direction')}>
            <Select
              id={`${id}-direction`}
              value={facts.direction}
              onChange={({ target }) =>
                change({
                  direction: DIRECTIONS.find((one) => one === target.value) ?? 'unknown',
                })
              }
            >
              {DIRECTIONS.map((direction) => (
                <Option key={direction} value={direction}>
                  {t(`assignments.direction.${direction}`)}
                </Option>
              ))}
            </Select>
          </Setting>
          {asked.has('workflow')
            ? names('workflow', [facts.workflowName], ([name = '']) => {
                const workflow = namedOf(directory.workflows, name);
                change({ workflowName: workflow.name, workflowSid: workflow.sid });
              })
            : null}
          {asked.has('skill') || asked.has('team') ? (
            <Setting id={`${id}-worker`} label={t('assignments.why.worker')}>
              <Select
                id={`${id}-worker`}
                value={workerWith(facts, directory)}
                onChange={({ target }) => {
                  const worker = directory.workers.find(({ sid }) => sid === target.value);
                  if (worker) change({ skills: worker.skills, teams: worker.teams });
                }}
              >
                <Option value={BY_HAND}>{t('assignments.why.anyWorker')}</Option>
                {directory.workers.map(({ sid, name }) => (
                  <Option key={sid} value={sid}>
                    {name}
                  </Option>
                ))}
              </Select>
            </Setting>
          ) : null}
          {asked.has('skill') ? names('skill', facts.skills, (skills) => change({ skills })) : null}
          {asked.has('team')
            ? names('team', facts.teams.slice(0, 1), (teams) => change({ teams }))
            : null}
          {paths.map((path) => (
            <Setting key={path} id={`${id}-attribute-${path}`} label={path}>
              <Input
                id={`${id}-attribute-${path}`}
                type="text"
                value={attributeText(facts, path)}
                onChange={({ target }) => {
                  setTask(BY_HAND);
                  setFacts((now) => withAttribute(now, path, target.value));
                }}
              />
            </Setting>
          ))}
          {asked.has('date') ? (
            <Setting id={`${id}-day`} label={t('assignments.why.day')}>
              <Input
                id={`${id}-day`}
                type="date"
                value={localDay(facts.startedAt, timeZone) ?? ''}
                onChange={({ target }) => change({ startedAt: momentOn(target.value, timeZone) })}
              />
            </Setting>
          ) : null}
        </Box>
        <Box flexGrow={2} flexBasis="size40" minWidth="size0">
          <WhyResult
            id={id}
            explanation={explanation}
            language={language}
            fallback={reportedLanguage}
            t={t}
          />
        </Box>
      </Box>
    </Box>
  );
}
