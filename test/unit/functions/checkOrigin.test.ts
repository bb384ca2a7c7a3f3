import { allowedOrigins } from '../../../serverless/src/pipeline/checkOrigin';

it.each([
  [undefined, ['https://flex.twilio.com']],
  ['', ['https://flex.twilio.com']],
  [' , ', ['https://flex.twilio.com']],
  ['https://a.example/', ['https://a.example']],
  [' https://a.example ,https://b.example', ['https://a.example', 'https://b.example']],
])('the setting %j allows %j', (setting, origins) => {
  expect(allowedOrigins(setting)).toEqual(origins);
});
