"""Where the packaged program begins: the command line, or the verifier by its own name."""

import sys
from pathlib import Path

if Path(sys.executable).stem == "commandcenter-verify":
    from commandcenter.log.proofcheck import main
else:
    from commandcenter.__main__ import main

sys.exit(main())
