import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const onPath = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));

const find = () => [...onPath(), ...PLACES].find((place) => existsSync(place));

const installInCi = () => {
  if (!process.env.CI || !existsSync('/usr/bin/apt-get')) return;
  console.log("No Chromium found: installing Debian's package ...");
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
};

/** The browser for the end-to-end tests: DEBRIEF_CHROMIUM, else a Chromium or Chrome of the system, in CI installed when missing. */
export const requireChromium = () => {
  const named = process.env.DEBRIEF_CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    console.error(`DEBRIEF_CHROMIUM names ${named}, and there is no such file.`);
    process.exit(1);
  }
  if (!find()) installInCi();
  const found = find();
  if (found) return found;
  console.error(
    'The end-to-end tests need Chromium or Google Chrome, and none was found.\n' +
      'Install one (on Debian or Ubuntu: apt-get install chromium), or set DEBRIEF_CHROMIUM to its path.',
  );
  return process.exit(1);
};
