/** The two names of it that are used here; the types of Node have none, those of a browser have far more than Node. */
declare namespace WebAssembly {
  class Module {
    private readonly compiled: true;
  }
  function compile(bytes: Uint8Array): Promise<Module>;
}
