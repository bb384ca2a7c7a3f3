import '@testing-library/jest-dom';

/**
 * Rules that hide nothing are kept out of the test page. Testing Library, user-event and axe ask for the computed
 * style of every element they pass, jsdom matches every rule of Paste for each, and that was most of the time of
 * the component tests. What decides whether something is seen, read aloud or clicked stays.
 */
if (typeof CSSStyleSheet !== 'undefined') {
  const DECIDES = /display:\s*none|visibility:|opacity:|content:|pointer-events:/;
  const { insertRule } = CSSStyleSheet.prototype;
  CSSStyleSheet.prototype.insertRule = function insertDeciding(rule, index) {
    return DECIDES.test(rule) ? insertRule.call(this, rule, index) : this.cssRules.length;
  };
}
