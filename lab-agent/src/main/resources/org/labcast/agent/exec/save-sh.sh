            set
            command printf '_labcast_section exported\n'; export -p
            command printf '_labcast_section readonly\n'; readonly -p
            command printf '_labcast_section aliases\n'; command alias
            command printf '_labcast_section traps\n'; trap
            command printf '_labcast_section options\n'; set +o
            command printf '_labcast_section umask\n'; command umask
