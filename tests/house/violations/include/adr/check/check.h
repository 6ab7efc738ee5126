/* SPDX-License-Identifier: MIT */
#include "adr/model/record.h"
#include "private.h"
