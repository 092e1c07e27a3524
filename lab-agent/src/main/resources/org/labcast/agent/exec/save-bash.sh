            declare -p
            command printf '_labcast_section functions\n'; declare -f
            command printf '_labcast_section aliases\n'; command alias -p
            command printf '_labcast_section traps\n'; trap -p
            command printf '_labcast_section options\n'; set +o; shopt -p
            command printf '_labcast_section umask\n'; command umask
