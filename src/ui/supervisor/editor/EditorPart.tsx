import { Component, type ReactNode } from 'react';

interface EditorPartProps {
  readonly shown: boolean;
  readonly children: () => ReactNode;
}

/**
 * One tab's content: made when it is first looked at, kept with all that was opened and typed in it, and not drawn
 * again while another tab is in front.
 */
export class EditorPart extends Component<EditorPartProps> {
  private wasShown = false;

  override shouldComponentUpdate({ shown }: EditorPartProps) {
    return shown;
  }

  override render() {
    if (this.props.shown) this.wasShown = true;
    return this.wasShown ? this.props.children() : null;
  }
}
