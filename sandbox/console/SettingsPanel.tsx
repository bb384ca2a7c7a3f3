import { Box } from '@twilio-paste/core/box';
import { HelpText } from '@twilio-paste/core/help-text';
import { Switch, SwitchContainer } from '@twilio-paste/core/switch';
import { isJsonObject } from '../../src/core/json';
import type { PersonId, SandboxSettings } from '../control/api';
import { Panel } from './Panel';
import { RefusalNotice } from './RefusalNotice';
import { SelectField } from './SelectField';
import { useOperation } from './useOperation';

const ENFORCEMENTS = [
  { value: '', name: 'By the catalog' },
  { value: 'optional', name: 'Optional' },
  { value: 'observe', name: 'Observe only' },
  { value: 'required', name: 'Required' },
] as const;
const THEMES = [
  { value: 'light', name: 'Light' },
  { value: 'dark', name: 'Dark' },
] as const;
const PUBLISHERS = [
  { value: 'admin', name: 'Admins' },
  { value: 'admin,supervisor', name: 'Admins and supervisors' },
] as const;
const AGENTS: readonly { readonly id: PersonId; readonly name: string }[] = [
  { id: 'agent1', name: 'Language of agent 1' },
  { id: 'agent2', name: 'Language of agent 2' },
];
const LANGUAGES = [
  { value: '', name: 'None set' },
  { value: 'en', name: 'English (en)' },
  { value: 'de', name: 'German (de)' },
  { value: 'es', name: 'Spanish (es)' },
  { value: 'fr', name: 'French (fr)' },
  { value: 'pt-BR', name: 'Portuguese (pt-BR)' },
];

type Enforcement = (typeof ENFORCEMENTS)[number]['value'];

const enforcementOf = (debrief: unknown): Enforcement => {
  const set = isJsonObject(debrief) ? debrief['enforcement'] : undefined;
  return ENFORCEMENTS.find(({ value }) => value === set)?.value ?? '';
};

const withEnforcement = (debrief: unknown, enforcement: Enforcement): unknown => {
  const { enforcement: _, ...others } = isJsonObject(debrief) ? debrief : {};
  return enforcement ? { ...others, enforcement } : others;
};

interface SettingsPanelProps {
  readonly settings: SandboxSettings;
}

/** How the Flex pages are configured when they load. */
export const SettingsPanel = ({ settings }: SettingsPanelProps) => {
  const { busy, refusal, run } = useOperation();
  const change = (part: Partial<SandboxSettings>) =>
    void run(
      (client) => client.changeSettings(part),
      'Settings changed. They apply to pages loaded from now on.',
    );
  const language = (person: PersonId, tag: string) => {
    const { [person]: _, ...others } = settings.languages;
    change({ languages: tag ? { ...others, [person]: tag } : others });
  };
  return (
    <Panel title="Settings">
      <HelpText marginTop="space0">
        They apply to pages loaded afterwards: reload open ones.
      </HelpText>
      <Box
        display="grid"
        gridTemplateColumns="1fr 1fr"
        columnGap="space40"
        rowGap="space40"
        marginY="space40"
      >
        <SelectField
          label="Enforcement"
          value={enforcementOf(settings.debrief)}
          options={ENFORCEMENTS}
          disabled={busy}
          onChange={(value) => change({ debrief: withEnforcement(settings.debrief, value) })}
        />
        <SelectField
          label="Theme"
          value={settings.theme}
          options={THEMES}
          disabled={busy}
          onChange={(theme) => change({ theme })}
        />
        <SelectField
          label="Who may publish"
          value={settings.publishRoles.includes('supervisor') ? 'admin,supervisor' : 'admin'}
          options={PUBLISHERS}
          disabled={busy}
          onChange={(roles) => change({ publishRoles: roles.split(',') })}
        />
        {AGENTS.map(({ id, name }) => (
          <SelectField
            key={id}
            label={name}
            value={settings.languages[id] ?? ''}
            options={LANGUAGES}
            disabled={busy}
            onChange={(tag) => language(id, tag)}
          />
        ))}
      </Box>
      <Box display="flex" flexDirection="column" rowGap="space40">
        <SwitchContainer
          label="Version check"
          helpText="The SDK sends If-Match: a write over another writer's change is refused."
        >
          <Switch
            on={settings.versionCheck}
            disabled={busy}
            onClick={() => change({ versionCheck: !settings.versionCheck })}
          >
            {''}
          </Switch>
        </SwitchContainer>
        <SwitchContainer
          label="Functions"
          helpText="The plugin is told the address of its back end, and saves through it."
        >
          <Switch
            on={settings.functions}
            disabled={busy}
            onClick={() => change({ functions: !settings.functions })}
          >
            {''}
          </Switch>
        </SwitchContainer>
        <SwitchContainer label="Load the plugin" helpText="Off: Flex alone.">
          <Switch
            on={settings.plugin}
            disabled={busy}
            onClick={() => change({ plugin: !settings.plugin })}
          >
            {''}
          </Switch>
        </SwitchContainer>
      </Box>
      <RefusalNotice title="Not changed" refusal={refusal} />
    </Panel>
  );
};
