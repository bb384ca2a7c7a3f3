const nothing = () => undefined;

export { nothing as placeEditor, nothing as lookAtAccount, nothing as createIndexedDbUnsaved };
