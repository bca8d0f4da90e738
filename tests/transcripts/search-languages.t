Words as their languages have them: Chinese, Japanese and Korean write no blanks between words, or
put more behind them; some letters are typed as others.

  $ aver init facts >/dev/null && cd facts
  $ aver add dprk/silence "中国对朝鲜保持沉默是一项政策" --lang zh >/dev/null
  $ aver add dprk/missile "北朝鮮のミサイル発射を非難する" --lang ja >/dev/null
  $ aver add dprk/talks "조선은 회담을 거부했다" --lang ko >/dev/null
  $ aver add roads/street "Die Straße nach Łódź wird gesperrt" --lang de >/dev/null
  $ aver search 朝鲜
  dprk/silence  claim
    中国对>朝鲜<保持沉默是一项政策
  
  1 hit
  $ aver search 沉默 中国
  dprk/silence  claim
    >中国<对朝鲜保持>沉默<是一项政策
  
  1 hit
  $ aver search 鲜朝
  Nothing has these words.
  $ aver search ミサイル
  dprk/missile  claim
    北朝鮮の>ミサイル<発射を非難する
  
  1 hit
  $ aver search 조선
  dprk/talks  claim
    >조선<은 회담을 거부했다
  
  1 hit
  $ aver search strasse lodz
  roads/street  claim
    Die >Straße< nach >Łódź< wird gesperrt
  
  1 hit
  $ aver search STRASSE --color always
  [1;36mroads/street[0m  [2mclaim[0m
    Die [1mStraße[0m nach Łódź wird gesperrt
  
  1 hit
  $ aver search 朝鲜 --color always
  [1;36mdprk/silence[0m  [2mclaim[0m
    中国对[1m朝鲜[0m保持沉默是一项政策
  
  1 hit
