import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import type { OnTimeout, WrapUp } from '../../../core/catalog/types';
import { EXTENSIONS_LIMIT } from '../../../core/wrapUp/wrapUpMark';
import { useForms } from './FormsContext';
import { NumberSetting } from './NumberSetting';
import { placeId } from './places';
import { useFocusAfter } from './rules/useFocusAfter';
import { SelectSetting } from './SelectSetting';
import { SettingGroup } from './SettingGroup';
import { SwitchSetting } from './SwitchSetting';
import { TextSetting } from './TextSetting';

interface WrapUpSettingsProps {
  /** JSON pointer of `wrapUp`. */
  readonly pointer: string;
  readonly wrapUp: WrapUp | undefined;
  readonly onChange: (setting: string, wrapUp: WrapUp | undefined) => void;
}

type Channels = NonNullable<WrapUp['channels']>;

const BEGINS_WITH: WrapUp = { seconds: 120, onTimeout: 'hold' };
const SECONDS = { integer: true, least: 10, most: 86_400 } as const;
const OUTCOMES: readonly OnTimeout[] = ['hold', 'default', 'partial'];

/** Flex's own channels, proposed one after the other. */
const CHANNELS = ['voice', 'chat', 'sms', 'email', 'video', 'default'];

type Changes = { readonly [Key in keyof WrapUp]?: WrapUp[Key] | undefined };

/** Settings that are undefined are taken away. */
const changed = (wrapUp: WrapUp, changes: Changes): WrapUp =>
  Object.fromEntries(
    Object.entries({ ...wrapUp, ...changes }).filter(([, value]) => value !== undefined),
  ) as unknown as WrapUp;

/** How long agents have for a form once wrap-up has begun, and what happens then. */
export function WrapUpSettings({ pointer, wrapUp, onChange }: WrapUpSettingsProps) {
  const { t } = useForms();
  const title = t('forms.wrapUp');
  return (
    <SettingGroup title={title} help={t('forms.wrapUp.help')}>
      <SwitchSetting
        pointer={`${pointer}/limit`}
        label={t('forms.wrapUp.limit')}
        on={wrapUp !== undefined}
        onChange={(on) => onChange(title, on ? BEGINS_WITH : undefined)}
      />
      {wrapUp ? (
        <Limits
          pointer={pointer}
          wrapUp={wrapUp}
          set={(setting, changes) => onChange(setting, changed(wrapUp, changes))}
        />
      ) : null}
    </SettingGroup>
  );
}

interface LimitsProps {
  readonly pointer: string;
  readonly wrapUp: WrapUp;
  readonly set: (setting: string, changes: Changes) => void;
}

function Limits({ pointer, wrapUp, set }: LimitsProps) {
  const { t } = useForms();
  const { extensions } = wrapUp;
  const more = (changes: Partial<NonNullable<WrapUp['extensions']>>) => {
    const { askReason, ...rest } = { count: 1, seconds: 60, ...extensions, ...changes };
    return { extensions: askReason ? { ...rest, askReason } : rest };
  };
  return (
    <>
      <NumberSetting
        pointer={`${pointer}/seconds`}
        label={t('forms.wrapUp.seconds')}
        help={t('forms.wrapUp.seconds.help')}
        value={wrapUp.seconds}
        {...SECONDS}
        onChange={(seconds) => set(t('forms.wrapUp.seconds'), { seconds })}
      />
      <SelectSetting
        pointer={`${pointer}/onTimeout`}
        label={t('forms.wrapUp.onTimeout')}
        help={t(`forms.wrapUp.${wrapUp.onTimeout}.help`)}
        value={wrapUp.onTimeout}
        options={OUTCOMES.map((one) => [one, t(`forms.wrapUp.${one}`)] as const)}
        onChange={(value) => set(t('forms.wrapUp.onTimeout'), { onTimeout: value as OnTimeout })}
      />
      <NumberSetting
        pointer={`${pointer}/extensions/count`}
        label={t('forms.wrapUp.count')}
        help={t('forms.wrapUp.count.help')}
        value={extensions?.count}
        integer
        least={0}
        most={EXTENSIONS_LIMIT}
        onChange={(count) =>
          set(t('forms.wrapUp.count'), count ? more({ count }) : { extensions: undefined })
        }
      />
      {extensions ? (
        <>
          <NumberSetting
            pointer={`${pointer}/extensions/seconds`}
            label={t('forms.wrapUp.extension')}
            value={extensions.seconds}
            required
            {...SECONDS}
            onChange={(seconds) => {
              if (seconds !== undefined) set(t('forms.wrapUp.extension'), more({ seconds }));
            }}
          />
          <SwitchSetting
            pointer={`${pointer}/extensions/askReason`}
            label={t('forms.wrapUp.askReason')}
            help={t('forms.wrapUp.askReason.help')}
            on={extensions.askReason === true}
            onChange={(askReason) => set(t('forms.wrapUp.askReason'), more({ askReason }))}
          />
        </>
      ) : null}
      <ChannelTimes
        pointer={`${pointer}/channels`}
        channels={wrapUp.channels ?? []}
        onChange={(channels) =>
          set(t('forms.wrapUp.channels'), {
            channels: channels.length > 0 ? channels : undefined,
          })
        }
      />
    </>
  );
}

interface ChannelTimesProps {
  readonly pointer: string;
  readonly channels: Channels;
  readonly onChange: (channels: Channels) => void;
}

function ChannelTimes({ pointer, channels, onChange }: ChannelTimesProps) {
  const { readOnly, t } = useForms();
  const focusAfter = useFocusAfter();
  const change = (n: number, next: Channels[number]) =>
    onChange(channels.map((one, position) => (position === n ? next : one)));
  return (
    <>
      {channels.map(({ channel, seconds }, n) => (
        <Box key={n} display="flex" flexDirection="column" rowGap="space40" minWidth="size0">
          <TextSetting
            pointer={`${pointer}/${n}/channel`}
            label={t('forms.wrapUp.channel', { number: n + 1 })}
            help={t('forms.wrapUp.channel.help')}
            value={channel}
            required
            isCode
            onChange={(text) => {
              if (text.trim() === '') return t('forms.texts.needed');
              change(n, { channel: text.trim(), ...(seconds === undefined ? {} : { seconds }) });
              return null;
            }}
          />
          <NumberSetting
            pointer={`${pointer}/${n}/seconds`}
            label={t('forms.wrapUp.channelSeconds', { channel })}
            help={t('forms.wrapUp.channelSeconds.help')}
            value={seconds}
            {...SECONDS}
            onChange={(next) =>
              change(n, { channel, ...(next === undefined ? {} : { seconds: next }) })
            }
          />
          {readOnly ? null : (
            <Box>
              <Button
                variant="destructive_link"
                size="small"
                onClick={() => {
                  focusAfter(`${pointer}/add`);
                  onChange(channels.filter((_, position) => position !== n));
                }}
              >
                {t('forms.wrapUp.channel.remove', { channel })}
              </Button>
            </Box>
          )}
        </Box>
      ))}
      {readOnly ? null : (
        <Box>
          <Button
            id={placeId(`${pointer}/add`)}
            variant="link"
            size="small"
            onClick={() => {
              const taken = channels.map(({ channel }) => channel);
              const channel = CHANNELS.find((one) => !taken.includes(one)) ?? '?';
              focusAfter(`${pointer}/${channels.length}/channel`);
              onChange([...channels, { channel, seconds: 60 }]);
            }}
          >
            {t('forms.wrapUp.channel.add')}
          </Button>
        </Box>
      )}
    </>
  );
}
