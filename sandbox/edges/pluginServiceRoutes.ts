import { existsSync } from 'node:fs';
import type { SandboxSettings } from '../control/api';
import { answer, type Route } from './edge';

export const PLUGIN_PATH = '/plugins/';
const PLUGIN_NAME = 'plugin-debrief';

/** Flex's plugin service: lists the built plugin, if there is one, for Flex to load it as it does in production. */
export const pluginServiceRoutes = (
  settings: () => SandboxSettings,
  pluginFile: string,
): Route[] => [
  {
    operation: 'plugins.list',
    host: /^flex\.twilio\.com$/,
    method: 'GET',
    path: /^\/plugins$/,
    handle: ({ origin }) =>
      answer(
        settings().plugin && existsSync(pluginFile)
          ? [
              {
                name: PLUGIN_NAME,
                version: '0.0.0',
                class: 'DebriefPlugin',
                requires: [],
                src: `${origin}${PLUGIN_PATH}${PLUGIN_NAME}.js`,
                enabled: true,
                remote: false,
                // 3 is Flex's phase for plugins that run after the manager is there.
                phase: 3,
              },
            ]
          : [],
      ),
  },
];
