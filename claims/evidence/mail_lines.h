// SPDX-License-Identifier: MIT
//
// The text that was taken out of a mail, as one reads it: whose words stand where. Each mail in it
// stands below lines of its subject, sender and date, and what it answers behind ">".
#pragma once

#include <cstddef>
#include <string_view>

namespace aver::claims {

// True where the text begins with such lines and a blank one.
bool is_mail_text(std::string_view text);

// Whether the bytes from `begin` to `end` of such a text lead out of a mail into another, or
// between what is answered and the answer.
bool leads_into_another_mail(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace aver::claims
