/**
 * Loaded into twilio-run before anything else. Calls to Twilio's hosts go to the sandbox, those of the token
 * validator, which asks `https` itself, too; so the Functions need no line of code for it. What they log goes to the
 * sandbox with its level. And nothing stays behind when the sandbox is gone, however it ended.
 */
const http = require('node:http');
const https = require('node:https');

// Read now: twilio-run replaces the environment by the one of its file.
const emulator = new URL(process.env.TWILIO_EMULATOR);
const TWILIO = /(^|\.)twilio\.com$/;
const original = https.request;

const read = (target, options) =>
  typeof target === 'string' || target instanceof URL
    ? { ...toOptions(new URL(target)), ...options }
    : { ...target };

const toOptions = ({ hostname, pathname, search }) => ({ hostname, path: pathname + search });

https.request = (target, ...rest) => {
  const callback = rest.find((argument) => typeof argument === 'function');
  const options = read(target, typeof rest[0] === 'object' ? rest[0] : {});
  const host = String(options.hostname ?? options.host ?? '').replace(/:\d+$/, '');
  if (!TWILIO.test(host)) return original(target, ...rest);
  // An agent for https throws on http.
  const { agent: _agent, agents: _agents, servername: _servername, ...others } = options;
  return http.request(
    {
      ...others,
      protocol: 'http:',
      hostname: emulator.hostname,
      host: emulator.hostname,
      port: emulator.port,
      path: `/emulator/${host}${options.path ?? '/'}`,
      headers: { ...options.headers, host: emulator.host },
    },
    callback,
  );
};
https.get = (...all) => {
  const request = https.request(...all);
  request.end();
  return request;
};

process.on('message', (environment) => {
  // The object that twilio-run makes each call's context of.
  Object.assign(process.env, environment);
  for (const file of Object.keys(require.cache)) {
    if (/[\\/]serverless[\\/]functions[\\/]/.test(file)) delete require.cache[file];
  }
});
for (const [name, level] of [
  ['log', 'info'],
  ['warn', 'warning'],
  ['error', 'error'],
]) {
  console[name] = (text) => process.connected && process.send({ level, text: String(text) });
}
process.once('disconnect', () => process.exit());
