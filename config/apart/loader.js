const path = require('node:path');
const { ExternalsPlugin, SingleEntryPlugin, LibraryTemplatePlugin, optimize } = require('webpack');
const JsonpTemplatePlugin = require('webpack/lib/web/JsonpTemplatePlugin');

/**
 * Compiles a module with all that it needs into a file of its own, and leaves functions in its place that load the file
 * when they are first called. webpack 4 keeps whole what two of its chunks use, so that what is compiled together makes
 * the agents' file larger; docs/decisions/0018-two-builds.md has the figures.
 *
 * Options: `filename` of the file, `library`, the global that holds what it exports, and `exports`, the names of the
 * module's functions, each of which answers with a promise.
 */
module.exports.pitch = function (request) {
  const { filename, library, exports: names } = this.query;
  const done = this.async();
  const parent = this._compiler;
  const child = this._compilation.createChildCompiler(`apart ${library}`, {
    filename,
    // webpack 4 writes the code that loads chunks though none is left, and cannot put their hashes into it.
    chunkFilename: '[id].js',
    // Of its own: chunks of the other compilation would be taken for this one's, by their numbers.
    jsonpFunction: `webpackJsonp_${library}`,
  });
  // What is tapped into `thisCompilation`, `compile` and `make` is not handed down to a child.
  new JsonpTemplatePlugin().apply(child);
  new LibraryTemplatePlugin(library, 'window').apply(child);
  new ExternalsPlugin('var', parent.options.externals).apply(child);
  new SingleEntryPlugin(this.context, `!!${request}`, library).apply(child);
  new optimize.LimitChunkCountPlugin({ maxChunks: 1 }).apply(child);

  child.runAsChild((error, entries, compilation) => {
    const problem = error ?? compilation.errors[0];
    if (problem) return done(problem);
    const file = entries[0].files.find((name) => name.endsWith('.js'));
    const script = `__webpack_public_path__ + ${JSON.stringify(file)}, ${JSON.stringify(library)}`;
    return done(
      null,
      [
        `import { loadScript } from ${JSON.stringify(path.join(__dirname, 'loadScript.js'))};`,
        `const part = () => loadScript(${script});`,
        ...names.map(
          (name) =>
            `export const ${name} = (...given) => part().then((made) => made.${name}(...given));`,
        ),
      ].join('\n'),
    );
  });
};
