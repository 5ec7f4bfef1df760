"""The AWS CLI, from the folder of packages that the tests install."""

import sys

from awscli.clidriver import main

sys.exit(main())
