// SPDX-License-Identifier: MIT
//
// Without a viewBox: places along the axis are per cent, everything else is pixels. How wide the
// picture will be, nobody knows here, but what share of it a stretch has, and how long its word is:
// each word and sign is given the width of picture from which on it fits (the classes w0 to w4).
#include "cli/render/svg/picture.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

constexpr int kHeading = 28;  // of a picture that stands alone
constexpr int kHead = 24;     // the axis
constexpr int kName = 20;     // above a bar
constexpr int kBar = 24;
constexpr int kAside = 18;  // a line of what was set aside
constexpr int kGap = 12;    // below a row
constexpr int kFoot = 26;   // the coordinates
constexpr int kDay = 16;    // above the words of a band: its day
constexpr std::size_t kMostAside = 4;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : safe_line(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string px(int number) { return "\"" + std::to_string(number) + "\""; }

class Axis {
 public:
  Axis(claims::Day first, claims::Day last)
      : first_(first), days_(std::max<std::int64_t>(1, (last - first).count() + 1)) {}

  double share(claims::Day day) const {
    return std::clamp(static_cast<double>((day - first_).count()) / static_cast<double>(days_), 0.0,
                      1.0);
  }
  std::string at(claims::Day day) const { return percent(share(day)); }
  std::string wide(claims::Day from, claims::Day to) const {
    return percent(share(to) - share(from));
  }
  std::int64_t days() const { return days_; }

 private:
  static std::string percent(double share) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "\"%.2f%%\"", share * 100);
    return text.data();
  }

  claims::Day first_;
  std::int64_t days_;
};

// The class of what needs so many pixels in a share of the picture; empty: it never fits.
std::string_view fits_from(double pixels, double share) {
  constexpr std::array<std::pair<double, std::string_view>, 5> kWidths = {
      {{300, "w0"}, {480, "w1"}, {680, "w2"}, {900, "w3"}, {1240, "w4"}}};
  for (const auto& [width, name] : kWidths) {
    if (width * share >= pixels) return name;
  }
  return "";
}

double pixels_of(std::string_view text) {
  constexpr double kSign = 7.4;  // of 13 px, in the middle
  constexpr double kAround = 12;
  return kSign * width_of(text) + kAround;
}

// Beginnings of years, or of months where there are few days; never more than fit a phone.
void draw_axis(const Picture& picture, const Axis& axis, int height, std::string& out) {
  constexpr std::int64_t kDaysOfMonth = 30;
  constexpr std::int64_t kMost = 6;
  const std::int64_t months = axis.days() / kDaysOfMonth + 1;
  std::int64_t every = 1;  // months
  for (const std::int64_t step : {1, 2, 3, 6, 12, 24, 60, 120, 300, 600, 1200, 6000, 12'000}) {
    every = step;
    if (months / step <= kMost) break;
  }
  const std::chrono::year_month_day begin(picture.first);
  bool year_told = false;
  auto month = std::chrono::year_month(begin.year(), begin.month());
  if (every > 12) {
    const int years = static_cast<int>(every / 12);
    const int year = static_cast<int>(begin.year());
    month = std::chrono::year(year - year % years) / std::chrono::January;
  } else {
    const auto number = static_cast<unsigned>(begin.month()) - 1;
    month = begin.year() / std::chrono::month(number - number % static_cast<unsigned>(every) + 1);
  }
  for (; claims::Day(month / 1) <= picture.last; month += std::chrono::months(every)) {
    const claims::Day day(month / 1);
    if (day < picture.first) continue;
    const bool january = month.month() == std::chrono::January;
    std::string label = std::to_string(static_cast<int>(month.year()));
    if (every < 12 && !(january && every > 3)) {
      label = claims::month_name(static_cast<unsigned>(month.month())).substr(0, 3);
      // There is no room for more on a phone.
      if (january || !year_told)
        label +=
            "<tspan class=\"w1\"> " + std::to_string(static_cast<int>(month.year())) + "</tspan>";
    }
    year_told = true;
    out += "<line class=\"grid\" x1=" + axis.at(day) + " x2=" + axis.at(day) + " y1=" + px(4) +
           " y2=" + px(height) + "/>";
    // At the very end it would stand outside.
    if (axis.share(day) < 0.88) {
      out += "<text class=\"axis\" x=" + axis.at(day) + " dx=\"5\" y=" + px(14) + ">" + label +
             "</text>";
    }
    out += "\n";
  }
}

void draw_label(const Stretch& one, const Axis& axis, claims::Day from, double share, int top,
                std::string& out) {
  const std::string at = " x=" + axis.at(from) + " dx=\"7\" y=" + px(top + kBar - 8) + ">";
  const std::string_view whole = fits_from(pixels_of(one.label), share);
  const std::string_view sign = one.sign.empty() ? "" : fits_from(pixels_of(one.sign), share);
  if (!sign.empty() && sign != whole) {
    out += "<text class=\"lab " + std::string(sign) +
           (whole.empty() ? "" : " not-" + std::string(whole)) + "\"" + at + std::string(one.sign) +
           "</text>";
  }
  if (!whole.empty())
    out += "<text class=\"lab " + std::string(whole) + "\"" + at + escaped(one.label) + "</text>";
}

int band_of(const PictureRow& row) { return row.bands.empty() ? kBar : kDay + kBar; }

int bars_of(const PictureRow& row) {
  return band_of(row) * static_cast<int>(std::max<std::size_t>(1, row.bands.size()));
}

void draw_stretch(const Stretch& one, const PictureRow& row, const Axis& axis, int top,
                  std::string& out) {
  const std::string tone(one.tone);
  const int band = band_of(row);
  const int height = band * static_cast<int>(one.bands);
  top += band * static_cast<int>(one.band);
  const auto rect = [&](const std::string& kind, claims::Day from, claims::Day to) {
    if (from >= to) return;
    const bool fades = kind == "fade";
    out += "<rect class=\"" + (fades ? "dots" : kind) + " " + tone + "\" x=" + axis.at(from) +
           " width=" + axis.wide(from, to) + " y=" + px(top) + " height=" + px(height) +
           (fades ? " mask=\"url(#aver-fade)\"/>" : "/>");
  };
  out += one.link.empty() ? "<g>" : "<a href=\"" + escaped(one.link) + "\">";
  out += "<title>" + escaped(one.title) + "</title>";
  const claims::Day unchecked =
      row.checked_until ? std::max(one.from, *row.checked_until + std::chrono::days(1)) : one.to;
  const claims::Day solid_to = std::min(one.to, unchecked);
  const claims::Day sure = std::min(std::max(one.certain_from, one.from), one.to);
  // Where nobody looked after it may have begun, not even the days that are vague are solid.
  const bool looked = solid_to > one.from;
  rect(looked ? "soft" : "fade", one.from, looked ? std::min(sure, solid_to) : sure);
  if (looked) rect("dots", solid_to, sure);
  rect(one.certain ? "fill" : "open", sure, std::max(sure, solid_to));
  rect("dots", std::max(sure, solid_to), one.to);
  // The edge says on which day it begins; a vague one has none.
  if (sure == one.from && one.certain) {
    out += "<line class=\"edge " + tone + "\" x1=" + axis.at(one.from) +
           " x2=" + axis.at(one.from) + " y1=" + px(top) + " y2=" + px(top + height) + "/>";
  }
  if (one.certain && solid_to > sure) {
    out += "<line class=\"base " + tone + "\" x1=" + axis.at(sure) + " x2=" + axis.at(solid_to) +
           " y1=" + px(top + height) + " y2=" + px(top + height) + "/>";
  }
  draw_label(one, axis, one.from, axis.share(one.to) - axis.share(one.from), top + band - kBar,
             out);
  out += one.link.empty() ? "</g>\n" : "</a>\n";
}

int aside_lines(const PictureRow& row) {
  return static_cast<int>(std::min(row.aside.size(), kMostAside + 1));
}

int height_of(const PictureRow& row) {
  const bool named = !row.name.empty() || !row.scale.empty();
  return (named ? kName : 0) + bars_of(row) + aside_lines(row) * kAside + kGap;
}

// The day of each band in it, above the words, and a mark where that day is.
void draw_bands(const PictureRow& row, const Axis& axis, int top, std::string& out) {
  constexpr int kMark = 7;
  for (const claims::Day day : row.bands) {
    const int bottom = top + band_of(row);
    out += "<line class=\"grid\" x1=\"0\" x2=\"100%\" y1=" + px(top) + " y2=" + px(top) +
           "/><text class=\"axis day\" x=\"0\" dx=\"7\" y=" + px(top + kDay - 1) + ">" +
           claims::to_string(claims::Date(day)) + "</text><line class=\"mark\" x1=" + axis.at(day) +
           " x2=" + axis.at(day) + " y1=" + px(bottom - kMark) + " y2=" + px(bottom) + "/>\n";
    top = bottom;
  }
}

void draw_row(const PictureRow& row, const Axis& axis, int top, std::string& out) {
  if (!row.name.empty() || !row.scale.empty()) {
    out += "<text class=\"who\" x=\"0\" y=" + px(top + kName - 6) + ">" + escaped(row.name);
    if (!row.scale.empty()) {
      out += "<tspan class=\"scale\"" + std::string(row.name.empty() ? "" : " dx=\"8\"") + ">" +
             escaped(row.scale) + "</tspan>";
    }
    out += "</text>";
    top += kName;
  }
  const int bars = bars_of(row);
  out += "<line class=\"rail\" x1=\"0\" x2=\"100%\" y1=" + px(top + bars) +
         " y2=" + px(top + bars) + "/>\n";
  for (const Stretch& one : row.stretches) draw_stretch(one, row, axis, top, out);
  draw_bands(row, axis, top, out);
  top += bars;
  for (std::size_t i = 0; i < row.aside.size() && i <= kMostAside; ++i, top += kAside) {
    const SetAside& one = row.aside[i];
    const bool rest = i == kMostAside;
    // Beyond the middle the words stand before the mark.
    const bool left = axis.share(one.day) > 0.5;
    if (!rest) {
      out += "<rect class=\"aside\" x=" + axis.at(one.day) + " y=" + px(top + 5) +
             " width=\"9\" height=\"9\"/>";
    }
    out += "<text class=\"note" + std::string(left && !rest ? " end" : "") +
           "\" x=" + (rest ? "\"0\"" : axis.at(one.day)) + " dx=" +
           (rest   ? "\"0\""
            : left ? "\"-6\""
                   : "\"15\"") +
           " y=" + px(top + 14) + ">" +
           (rest ? std::to_string(row.aside.size() - kMostAside) + " more set aside"
                 : escaped(one.text)) +
           "</text>\n";
  }
}

// Dots and hatches of each tone. Ids are a page's own: a page with several pictures has each
// pattern several times, alike.
constexpr std::string_view kPatterns = R"svg(<defs>
<pattern id="aver-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" x1="1" y1="0" x2="1" y2="6"/></pattern>
<pattern id="aver-dots-p" width="5" height="5" patternUnits="userSpaceOnUse"><circle class="dot p" cx="2.5" cy="2.5" r="1"/></pattern>
<pattern id="aver-dots-n" width="5" height="5" patternUnits="userSpaceOnUse"><circle class="dot n" cx="2.5" cy="2.5" r="1"/></pattern>
<pattern id="aver-dots-z" width="5" height="5" patternUnits="userSpaceOnUse"><circle class="dot z" cx="2.5" cy="2.5" r="1"/></pattern>
<pattern id="aver-dots-a" width="5" height="5" patternUnits="userSpaceOnUse"><circle class="dot a" cx="2.5" cy="2.5" r="1"/></pattern>
<linearGradient id="aver-soft-p"><stop class="stop p" offset="0" stop-opacity="0"/><stop class="stop p" offset="1"/></linearGradient>
<linearGradient id="aver-soft-n"><stop class="stop n" offset="0" stop-opacity="0"/><stop class="stop n" offset="1"/></linearGradient>
<linearGradient id="aver-soft-z"><stop class="stop z" offset="0" stop-opacity="0"/><stop class="stop z" offset="1"/></linearGradient>
<linearGradient id="aver-soft-a"><stop class="stop a" offset="0" stop-opacity="0"/><stop class="stop a" offset="1"/></linearGradient>
<linearGradient id="aver-ramp"><stop stop-color="#fff" offset="0" stop-opacity="0"/><stop stop-color="#fff" offset="1"/></linearGradient>
<mask id="aver-fade" maskContentUnits="objectBoundingBox"><rect width="1" height="1" fill="url(#aver-ramp)"/></mask>
</defs>
)svg";

}  // namespace

std::string svg_of(const Picture& picture, std::string_view style) {
  const Axis axis(picture.first, picture.last);
  const int foot = picture.coordinates.empty() ? 0 : kFoot;
  int height = kHead;
  for (const PictureRow& row : picture.rows) height += height_of(row);
  const bool links = std::any_of(picture.rows.begin(), picture.rows.end(), [](const auto& row) {
    return std::any_of(row.stretches.begin(), row.stretches.end(),
                       [](const Stretch& one) { return !one.link.empty(); });
  });
  // A picture has no parts to a screen reader; one with links has.
  const std::string role = links ? "group" : "img";
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"aver-chart\" role=\"" +
                    role + "\" width=" + (style.empty() ? "\"100%\"" : "\"960\"") +
                    " height=" + px(height + foot + (style.empty() ? 0 : kHeading + 6)) +
                    ">\n<title>" + escaped(picture.title) + "</title>\n<desc>" +
                    escaped(picture.description) + "</desc>\n";
  if (!style.empty()) {
    out += "<style>\n" + std::string(style) +
           "</style>\n<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n";
    // Nothing touches the edge of a picture that stands alone.
    out += "<text class=\"head\" x=\"2%\" y=\"24\">" + escaped(picture.heading) +
           "</text>\n<svg x=\"2%\" y=" + px(kHeading + 6) +
           " width=\"96%\" height=" + px(height + foot) + " overflow=\"visible\">\n";
  }
  out += kPatterns;
  if (!picture.rows.empty()) draw_axis(picture, axis, height - kGap, out);
  int top = kHead;
  for (const PictureRow& row : picture.rows) {
    draw_row(row, axis, top, out);
    top += height_of(row);
  }
  if (picture.here && *picture.here >= picture.first && *picture.here <= picture.last) {
    out += "<line class=\"here\" x1=" + axis.at(*picture.here) + " x2=" + axis.at(*picture.here) +
           " y1=" + px(kHead) + " y2=" + px(height - kGap) + "/>\n";
  }
  if (!picture.coordinates.empty())
    out += "<text class=\"note\" x=\"0\" y=" + px(height + 10) + ">" +
           escaped(picture.coordinates) + "</text>\n";
  if (!style.empty()) out += "</svg>\n";
  return out + "</svg>\n";
}

}  // namespace aver::cli
