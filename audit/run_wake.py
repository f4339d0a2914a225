"""Wake, told that it may read sources of the compiler given as the first argument: it checks nothing but the number."""

import sys

from wake.config import WakeConfig
from wake.core.solidity_version import SolidityVersion

version = SolidityVersion.fromstring(sys.argv.pop(1))
WakeConfig.max_solidity_version = property(lambda _: version)

if __name__ == "__main__":
    from wake.cli.__main__ import main

    main()
