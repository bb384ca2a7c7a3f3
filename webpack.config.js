module.exports = require('./craco.config').webpack.configure;
