import './chunks';
import * as FlexPlugin from '@twilio/flex-plugin';
import { DebriefPlugin } from './DebriefPlugin';

FlexPlugin.loadPlugin(DebriefPlugin);
