Words as their languages have them: Chinese, Japanese and Korean write no blanks between words, or
put more behind them; some letters are typed as others.

  $ aver init facts >/dev/null && cd facts
  $ aver add dorn/silence "海国对山国保持沉默是一项政策" --lang zh >/dev/null
  $ aver add dorn/missile "北山島のミサイル発射を非難する" --lang ja >/dev/null
  $ aver add dorn/talks "산섬은 회담을 거부했다" --lang ko >/dev/null
  $ aver add roads/street "Die Straße nach Łódź wird gesperrt" --lang de >/dev/null
  $ aver search 山国
  dorn/silence  claim
    海国对>山国<保持沉默是一项政策
  
  1 hit
  $ aver search 沉默 海国
  dorn/silence  claim
    >海国<对山国保持>沉默<是一项政策
  
  1 hit
  $ aver search 国山
  Nothing has these words.
  $ aver search ミサイル
  dorn/missile  claim
    北山島の>ミサイル<発射を非難する
  
  1 hit
  $ aver search 산섬
  dorn/talks  claim
    >산섬<은 회담을 거부했다
  
  1 hit
  $ aver search strasse lodz
  roads/street  claim
    Die >Straße< nach >Łódź< wird gesperrt
  
  1 hit
  $ aver search STRASSE --color always
  [1;36mroads/street[0m  [2mclaim[0m
    Die [1mStraße[0m nach Łódź wird gesperrt
  
  1 hit
  $ aver search 山国 --color always
  [1;36mdorn/silence[0m  [2mclaim[0m
    海国对[1m山国[0m保持沉默是一项政策
  
  1 hit
